package dev.remit.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every answer to every complete request of a workload, one bit each. Environments with the same rules share an array. */
final class AnswerBits {
    private static final int FLAGS = 1 << Flag.values().length;

    private final Map<String, Integer> roles;
    private final Map<String, Integer> activities;
    private final Map<String, Integer> levels;
    private final Map<String, Integer> categories;
    private final Map<String, Integer> kinds;
    private final Map<String, Integer> statuses;
    private final Map<String, Integer> environments = new HashMap<>();
    private final int activityCount;
    private final int levelCount;
    private final int categoryCount;
    private final int kindCount;
    private final int statusCount;
    private final long[][] bits;

    private AnswerBits(Workload workload) {
        Map<Field, List<String>> words = workload.words();
        roles = ordinals(words.get(Field.ROLE));
        activities = ordinals(words.get(Field.ACTIVITY));
        levels = ordinals(words.get(Field.LEVEL));
        categories = ordinals(words.get(Field.CATEGORY));
        kinds = ordinals(words.get(Field.KIND));
        statuses = ordinals(words.get(Field.STATUS));
        activityCount = activities.size();
        levelCount = levels.size();
        categoryCount = categories.size();
        kindCount = kinds.size();
        statusCount = statuses.size();
        Map<List<RuleRow>, long[]> made = new LinkedHashMap<>();
        Map<String, List<RuleRow>> rules = workload.rulesByEnvironment();
        bits = new long[rules.size()][];
        for (String environment : workload.environmentIds()) {
            int ordinal = environments.size();
            environments.put(environment, ordinal);
            bits[ordinal] = made.computeIfAbsent(rules.get(environment), this::answers);
        }
    }

    /** The answers of a workload. */
    static AnswerBits of(Workload workload) {
        return new AnswerBits(workload);
    }

    private static Map<String, Integer> ordinals(List<String> words) {
        Map<String, Integer> ordinals = new HashMap<>();
        words.forEach(word -> ordinals.put(word, ordinals.size()));
        return ordinals;
    }

    /** Sets the bits of permits, then clears those of forbids. */
    private long[] answers(List<RuleRow> rules) {
        int size = roles.size() * activityCount * levelCount * categoryCount * kindCount * statusCount * FLAGS;
        long[] answers = new long[(size + 63) >>> 6];
        rules.stream().filter(RuleRow::permit).forEach(each -> mark(each, answers));
        rules.stream().filter(each -> !each.permit()).forEach(each -> mark(each, answers));
        return answers;
    }

    private void mark(RuleRow rule, long[] answers) {
        int must = 0;
        int cares = 0;
        for (Map.Entry<Flag, Boolean> each : rule.flags().entrySet()) {
            int bit = 1 << each.getKey().ordinal();
            cares |= bit;
            must |= each.getValue() ? bit : 0;
        }
        for (int role : of(rule, Field.ROLE, roles)) {
            for (int activity : of(rule, Field.ACTIVITY, activities)) {
                for (int level : of(rule, Field.LEVEL, levels)) {
                    for (int category : of(rule, Field.CATEGORY, categories)) {
                        for (int kind : of(rule, Field.KIND, kinds)) {
                            for (int status : of(rule, Field.STATUS, statuses)) {
                                for (int flags = 0; flags < FLAGS; flags++) {
                                    if ((flags & cares) == must) {
                                        int at = index(role, activity, level, category, kind, status, flags);
                                        long bit = 1L << (at & 63);
                                        answers[at >>> 6] =
                                                rule.permit() ? answers[at >>> 6] | bit : answers[at >>> 6] & ~bit;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static int[] of(RuleRow rule, Field field, Map<String, Integer> ordinals) {
        List<String> words = rule.words().get(field);
        return (words == null ? ordinals.keySet() : words)
                .stream().mapToInt(ordinals::get).toArray();
    }

    private int index(int role, int activity, int level, int category, int kind, int status, int flags) {
        int words = role * activityCount + activity;
        words = words * levelCount + level;
        words = words * categoryCount + category;
        words = words * kindCount + kind;
        words = words * statusCount + status;
        return words * FLAGS + flags;
    }

    /** Whether a request by ordinals is permitted. */
    boolean permits(int role, int activity, int level, int category, int kind, int status, int environment, int flags) {
        int at = index(role, activity, level, category, kind, status, flags);
        return (bits[environment][at >>> 6] >>> (at & 63) & 1) != 0;
    }

    int role(String word) {
        return roles.get(word);
    }

    int activity(String word) {
        return activities.get(word);
    }

    int level(String word) {
        return levels.get(word);
    }

    int category(String word) {
        return categories.get(word);
    }

    int kind(String word) {
        return kinds.get(word);
    }

    int status(String word) {
        return statuses.get(word);
    }

    int environment(String id) {
        return environments.get(id);
    }

    /** The booleans of a request in one number. */
    static int flags(Request request) {
        return (request.named() ? 1 : 0)
                | (request.secure() ? 2 : 0)
                | (request.approval() ? 4 : 0)
                | (request.includesType1() ? 8 : 0)
                | (request.includesNational() ? 16 : 0)
                | (request.type1Permission() ? 32 : 0)
                | (request.nationalPermission() ? 64 : 0);
    }
}
