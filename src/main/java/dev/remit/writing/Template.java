package dev.remit.writing;

/** Fills the placeholders {@code {}} of a template. */
final class Template {
    private static final String PLACE = "{}";

    private Template() {}

    /** Writes parts in the form that their place needs. */
    @FunctionalInterface
    interface Gate {
        /**
         * Writes a part.
         *
         * @param part the part
         * @param isInTag whether the place is between a {@code <} and its {@code >}, as in attributes
         */
        String written(Object part, boolean isInTag);
    }

    static String fill(String template, Object[] parts, Gate gate) {
        StringBuilder filled = new StringBuilder(template.length() + 16 * parts.length);
        int from = 0;
        for (Object part : parts) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more parts than places: " + template);
            }
            filled.append(template, from, place)
                    .append(gate.written(part, template.lastIndexOf('<', place) > template.lastIndexOf('>', place)));
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("more places than parts: " + template);
        }
        return filled.append(template, from, template.length()).toString();
    }
}
