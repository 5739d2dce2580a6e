package dev.remit.json;

import dev.remit.decide.Given;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.diagnostic.Words;
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
    private final Topics topics;
    private final Map<String, Given> attributes = new LinkedHashMap<>();
    private final Map<String, Boolean> permissions = new LinkedHashMap<>();
    private final Map<String, Boolean> permissionsEver = new LinkedHashMap<>();

    ProjectReader(StrictJsonReader json, Topics topics) {
        this.json = json;
        this.topics = topics;
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
        if (topics.hasAttribute(key)) {
            topics.attribute(json, key).ifPresent(given -> attributes.put(key, given));
            return;
        }
        List<String> known = new ArrayList<>(topics.attributes());
        known.add(PERMISSIONS);
        known.add(EVER);
        json.note(
                ErrorCode.UNKNOWN_ATTRIBUTE,
                "project attribute " + Words.quoted(key) + " is not declared",
                Words.didYouMean(key, known).or(() -> Optional.of("known: " + Words.and(known))));
    }
}
