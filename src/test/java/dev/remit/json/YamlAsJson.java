package dev.remit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.node.Entry;
import dev.remit.node.ErrorNode;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.Sequence;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** A YAML file as a JSON tool sees it: words get the types that the JSON schema of YAML 1.2 gives them. */
public final class YamlAsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlAsJson() {}

    /**
     * Reads a file.
     *
     * @param text the text of the file
     * @return its content, or empty if it is no YAML
     */
    public static Optional<JsonNode> read(String text) {
        return YamlReader.read(new SourceFile("f", text), Limits.USUAL, new Diagnostics())
                .map(YamlAsJson::json);
    }

    private static JsonNode json(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.quoted() ? JSON.textNode(scalar.text()) : plain(scalar.text());
        }
        if (node instanceof Sequence list) {
            ArrayNode array = JSON.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof ErrorNode) {
            return JSON.nullNode();
        }
        ObjectNode object = JSON.objectNode();
        for (Entry entry : ((Mapping) node).entries()) {
            object.set(entry.key().text(), json(entry.value()));
        }
        return object;
    }

    private static JsonNode plain(String text) {
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return JSON.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (text.matches("-?(0|[1-9][0-9]*)")) {
            return JSON.numberNode(new BigInteger(text));
        }
        if (text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        return JSON.textNode(text);
    }
}
