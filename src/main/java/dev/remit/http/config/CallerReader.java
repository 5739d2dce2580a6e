package dev.remit.http.config;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the callers of a configuration, with their credentials and profiles.
 *
 * @param written the file as it was written, with what was left out since it is faulty
 * @param faults what is wrong
 */
record CallerReader(Node written, Diagnostics faults) {
    private static final List<String> CREDENTIALS = List.of("tokens", "certificates");

    List<Caller> callers(List<Fields> all) {
        List<Caller> callers = all.stream().map(this::caller).toList();
        distinct(all);
        return callers;
    }

    private void distinct(List<Fields> callers) {
        Map<String, Scalar> seen = new LinkedHashMap<>();
        for (Fields caller : callers) {
            List<Scalar> all = new ArrayList<>(caller.scalar("name").stream().toList());
            all.addAll(caller.list("tokens"));
            all.addAll(caller.list("certificates"));
            for (Scalar each : all) {
                if (seen.putIfAbsent(each.text(), each) != null) {
                    faults.report(
                            Code.DUPLICATE_ITEM,
                            each.head(),
                            "`" + each.text() + "` stands for two callers",
                            "give each caller a name and credentials of its own");
                }
            }
        }
    }

    private Caller caller(Fields fields) {
        List<String> tokens = atMostTwo(fields, "tokens");
        List<String> certificates = atMostTwo(fields, "certificates");
        if (tokens.isEmpty() && certificates.isEmpty() && !hasFaultyCredentials(fields)) {
            faults.report(
                    Code.MISSING_KEY,
                    fields.scalar("name").map(Scalar::head).orElse(fields.span()),
                    "a caller must have `tokens` or `certificates`",
                    "make a token with `remit keys new --token --out FILE`, and put its digest here");
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        fields.list("ask").forEach(word -> Right.of(word.text()).ifPresent(rights::add));
        if (!fields.has("ask")) {
            rights.add(Right.EVALUATION);
        }
        Optional<Set<String>> roles = fields.has("roles")
                ? Optional.of(fields.list("roles").stream().map(Scalar::text).collect(Collectors.toSet()))
                : Optional.empty();
        Profile profile = new Profile(
                rights,
                roles,
                ServeFile.isTrue(fields, "people"),
                ServeFile.isTrue(fields, "at"),
                ServeFile.isTrue(fields, "any-category"),
                ServeFile.isTrue(fields, "any-route"),
                takenCare(fields));
        return new Caller(fields.text("name"), tokens, certificates, profile);
    }

    /** Whether credentials were written, and left out since they are faulty. */
    private boolean hasFaultyCredentials(Fields caller) {
        return Fields.of(written).stream()
                .flatMap(file -> file.mappings("callers").stream())
                .filter(each -> each.span().equals(caller.span()))
                .anyMatch(each -> CREDENTIALS.stream().anyMatch(each::has));
    }

    private static Optional<TakenCare> takenCare(Fields caller) {
        if (caller.scalar("handles").isPresent()) {
            return Optional.of(TakenCare.ALL);
        }
        return caller.fields("handles").map(handles -> {
            Map<String, List<String>> population = new LinkedHashMap<>();
            handles.entries("population")
                    .forEach(each -> population.put(
                            each.key().text(),
                            Fields.scalarsOf(each.value()).stream()
                                    .map(Scalar::text)
                                    .toList()));
            return new TakenCare(
                    false, handles.list("duties").stream().map(Scalar::text).toList(), population);
        });
    }

    private List<String> atMostTwo(Fields caller, String key) {
        List<Scalar> digests = caller.list(key);
        if (digests.size() > 2) {
            faults.report(
                    Code.WRONG_VALUE,
                    digests.get(2).head(),
                    "expected at most two of `" + key + "`, found " + digests.size(),
                    "keep the newest and the one it takes the place of");
        }
        return digests.stream().map(Scalar::text).toList();
    }
}
