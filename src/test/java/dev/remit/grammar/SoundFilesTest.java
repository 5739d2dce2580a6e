package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is tried on the sound files is tried on the whole language only if they use the whole language. */
class SoundFilesTest {

    private final Set<String> all = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<Shape> met = new HashSet<>();

    @Test
    void useEveryKeyOfTheLanguage() {
        Grammar.files().forEach(file -> collect(file.keys()));
        SoundFiles.all()
                .forEach((file, shape) -> use(
                        YamlReader.read(file, Limits.USUAL, new Diagnostics()).orElseThrow(), shape.keys()));

        assertThat(all).hasSizeGreaterThan(100);
        all.removeAll(used);
        assertThat(all).isEmpty();
    }

    private void collect(Shape shape) {
        if (!met.add(shape)) {
            return;
        }
        if (shape instanceof Named named) {
            collect(named.shape());
        } else if (shape instanceof Items items) {
            collect(items.item());
        } else if (shape instanceof ByForm forms) {
            forms.mapping().ifPresent(this::collect);
        } else if (shape instanceof ByKey kinds) {
            kinds.choices().forEach(choice -> collect(choice.shape()));
        } else if (shape instanceof Keys keys) {
            keys.keys().forEach(key -> {
                all.add(name(keys, key));
                collect(key.shape());
            });
            keys.open().ifPresent(open -> collect(open.shape()));
        }
    }

    private void use(Node node, Shape shape) {
        if (shape instanceof Named named) {
            use(node, named.shape());
        } else if (shape instanceof Items items) {
            Fields.items(node).forEach(item -> use(item, items.item()));
        } else if (shape instanceof ByForm forms) {
            use(node, forms.shapeOf(node).orElseThrow());
        } else if (shape instanceof ByKey kinds && node instanceof Mapping mapping) {
            kinds.marked(mapping).forEach(choice -> use(node, choice.shape()));
        } else if (shape instanceof Keys keys && node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> keys.find(entry.key().text())
                            .ifPresentOrElse(
                                    key -> {
                                        used.add(name(keys, key));
                                        use(entry.value(), key.shape());
                                    },
                                    () -> use(
                                            entry.value(),
                                            keys.open().orElseThrow().shape())));
        }
    }

    private static String name(Keys keys, Shape.Key key) {
        return keys.what() + ": " + key.name() + ", " + key.description();
    }
}
