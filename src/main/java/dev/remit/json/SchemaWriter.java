package dev.remit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.remit.grammar.FileShape;
import dev.remit.grammar.Grammar;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the JSON Schema (draft 2020-12) of policy files, for editors.
 *
 * <p>It is made from the same grammar that files are checked against. Every file that can be loaded is valid. No file
 * with a fault whose code is {@linkplain dev.remit.diagnostic.Code#ofShape() of shape} is valid, except that JSON does
 * not distinguish {@code 1.0} from {@code 1}. One schema serves all files of a bundle: it recognises the kind of a file
 * by its keys.
 */
public final class SchemaWriter {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaWriter() {}

    /**
     * Writes the schema of all files of any bundle.
     *
     * @return the schema as indented JSON, ending with a line end
     */
    public static String generic() {
        return of(DeclaredIds.none());
    }

    /**
     * Writes the schema of all files of one bundle, with the ids that it declares.
     *
     * @param declared the ids
     * @return the schema as indented JSON, ending with a line end
     */
    public static String of(DeclaredIds declared) {
        SchemaShapes shapes = new SchemaShapes(declared);
        Map<String, Object> files = new LinkedHashMap<>();
        Map<String, Object> root = unmarked(shapes);
        List<FileShape> kinds = inOrderOfMarkers();
        for (int i = kinds.size() - 1; i >= 0; i--) {
            FileShape file = kinds.get(i);
            files.put(name(file), shapes.of(file.keys()));
            Map<String, Object> reference = reference(file);
            Optional<String> marker = file.marker();
            root = marker.isEmpty() ? root : SchemaShapes.when(marker.get(), reference, root);
        }
        Map<String, Object> schema = SchemaWords.schema("$schema", DRAFT, "title", "Remit policy files");
        schema.putAll(root);
        files.putAll(shapes.definitions());
        schema.put("$defs", new TreeMap<>(files));
        return write(schema);
    }

    /**
     * Writes the schema of one kind of file that belongs to no bundle, such as a configuration.
     *
     * @param file the kind of file
     * @param title what the files are, for people
     * @return the schema as indented JSON, ending with a line end
     */
    public static String of(FileShape file, String title) {
        SchemaShapes shapes = new SchemaShapes(DeclaredIds.none());
        Map<String, Object> schema = SchemaWords.schema("$schema", DRAFT, "title", title);
        schema.putAll(shapes.of(file.keys()));
        if (!shapes.definitions().isEmpty()) {
            schema.put("$defs", new TreeMap<>(shapes.definitions()));
        }
        return write(schema);
    }

    /**
     * The schema of a file that has the marker of no kind: it is of the kind without a marker, unless a marker follows.
     * So markers are offered, of the kinds that have all keys that are there already.
     */
    private static Map<String, Object> unmarked(SchemaShapes shapes) {
        FileShape rest = Grammar.rulesFile();
        List<Object> all = new ArrayList<>(List.of(reference(rest)));
        for (FileShape file : Grammar.files()) {
            List<String> others = rest.keys().names().stream()
                    .filter(key -> file.keys().find(key).isEmpty())
                    .toList();
            file.marker().flatMap(file.keys()::find).ifPresent(marker -> {
                Map<String, Object> described = SchemaShapes.described(shapes.of(marker.shape()), marker.description());
                Map<String, Object> offer = SchemaWords.schema(marker.name(), described);
                all.add(SchemaShapes.unlessOneOf(others, SchemaWords.schema("properties", offer)));
            });
        }
        return SchemaWords.schema("allOf", all);
    }

    private static Map<String, Object> reference(FileShape file) {
        return SchemaWords.schema("$ref", "#/$defs/" + name(file));
    }

    /**
     * The kinds of files in the order in which to test for their markers. A suite can have a key {@code projects} too,
     * so it is tested for before the project register.
     */
    private static List<FileShape> inOrderOfMarkers() {
        List<FileShape> kinds = new ArrayList<>(Grammar.files());
        kinds.sort(Comparator.comparingLong(kind -> kind.marker().isEmpty()
                ? 1
                : -Grammar.files().stream()
                        .flatMap(other -> other.marker().stream())
                        .filter(marker -> kind.keys().find(marker).isPresent())
                        .count()));
        return kinds;
    }

    /** The name of a kind of file among the definitions: {@code rules/*.yaml} is {@code rules-file}. */
    private static String name(FileShape file) {
        return file.path().replaceAll("\\W.*", "") + "-file";
    }

    private static String write(Object schema) {
        StringWriter text = new StringWriter();
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultPrettyPrinter pretty =
                new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(pretty)) {
            write(schema, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to a text failed", impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            json.writeStartArray();
            for (Object item : array) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal fraction) {
            json.writeNumber(fraction);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
