package dev.remit.json;

import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.diagnostic.Words;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the project of a question: an id, a description, or that there is none. */
final class ProjectReader {
    static final String PERMISSIONS = "permissions";
    static final String EVER = "permissionsEver";

    private final StrictJsonReader json;
    private final Vocabulary vocabulary;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, Boolean> permissions = new LinkedHashMap<>();
    private final Map<String, Boolean> permissionsEver = new LinkedHashMap<>();

    ProjectReader(StrictJsonReader json, Vocabulary vocabulary) {
        this.json = json;
        this.vocabulary = vocabulary;
    }

    ProjectReference read() throws IOException {
        if (json.isNull()) {
            return new ProjectReference.None();
        }
        if (json.isObject()) {
            json.members("`project`", this::member);
            return new ProjectReference.Described(new ProjectAttributes(attributes, permissions, permissionsEver));
        }
        return json.textOrWhole("`project`", "an id, an object of attributes, or null")
                .<ProjectReference>map(ProjectReference.Registered::new)
                .orElseGet(ProjectReference.Unsaid::new);
    }

    private void member(String key) throws IOException {
        if (key.equals(PERMISSIONS) || key.equals(EVER)) {
            Map<String, Boolean> said = key.equals(EVER) ? permissionsEver : permissions;
            json.members(
                    "`project." + key + "`",
                    register ->
                            json.truth("project." + key + ".", register).ifPresent(held -> said.put(register, held)));
            return;
        }
        for (ProjectAttribute declared : vocabulary.attributes()) {
            if (declared.id().value().equals(key)) {
                Optional<String> value = declared.isBoolean()
                        ? json.truth("project.", key).map(String::valueOf)
                        : json.text("`project." + key + "`");
                value.ifPresent(known -> attributes.put(key, known));
                return;
            }
        }
        List<String> known = new ArrayList<>();
        vocabulary.attributes().forEach(each -> known.add(each.id().value()));
        known.add(PERMISSIONS);
        known.add(EVER);
        json.note(
                ErrorCode.UNKNOWN_ATTRIBUTE,
                "project attribute " + Words.quoted(key) + " is not declared",
                Words.didYouMean(key, known).or(() -> Optional.of("known: " + Words.and(known))));
    }
}
