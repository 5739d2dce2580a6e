package dev.remit.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One rule of the workload's policy: it applies when all its cells hold.
 *
 * @param id its id, such as {@code p01}
 * @param permit whether it permits; else it forbids
 * @param words for each field the words that will do; a field that is absent can have any
 * @param flags for each boolean what it must be; one that is absent can be either
 */
record RuleRow(String id, boolean permit, Map<Field, List<String>> words, Map<Flag, Boolean> flags) {

    /** Reads a line of {@code policy.csv}. */
    static RuleRow read(String line) {
        String[] cells = line.split(",", -1);
        Map<Field, List<String>> words = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String cell = cells[2 + field.ordinal()];
            if (!cell.isEmpty()) {
                words.put(field, List.of(cell.split("\\|")));
            }
        }
        Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            String cell = cells[2 + Field.values().length + flag.ordinal()];
            if (!cell.isEmpty()) {
                flags.put(flag, Boolean.valueOf(cell));
            }
        }
        return new RuleRow(cells[0], cells[1].equals("permit"), words, flags);
    }

    /** Whether all cells hold for a request. */
    boolean applies(Request request) {
        return words.entrySet().stream().allMatch(each -> each.getValue().contains(request.word(each.getKey())))
                && flags.entrySet().stream().allMatch(each -> each.getValue() == request.flag(each.getKey()));
    }

    /** This rule with one more word in one of its cells; itself if there is no room. */
    RuleRow widened(Map<Field, List<String>> known, Random random) {
        List<Field> narrow = Arrays.stream(Field.values())
                .filter(words::containsKey)
                .filter(each -> words.get(each).size() < known.get(each).size())
                .toList();
        if (narrow.isEmpty()) {
            return this;
        }
        Field field = narrow.get(random.nextInt(narrow.size()));
        List<String> others = new ArrayList<>(known.get(field));
        others.removeAll(words.get(field));
        List<String> wider = new ArrayList<>(words.get(field));
        wider.add(others.get(random.nextInt(others.size())));
        Map<Field, List<String>> changed = new EnumMap<>(words);
        changed.put(field, List.copyOf(wider));
        return new RuleRow(id, permit, changed, flags);
    }
}
