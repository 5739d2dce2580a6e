package dev.remit.writing;

/** Puts sentences of a policy beside each other so that they can be read. */
public final class Prose {
    private static final String ENDS = ".!?:;…。！？";

    private Prose() {}

    /**
     * A sentence with the full stop that belongs behind it.
     *
     * @param sentence a title or a reason; may be blank
     * @return the same, with a full stop unless it ends with one or with another end
     */
    public static String ended(String sentence) {
        String stripped = sentence.strip();
        boolean isEnded = stripped.isEmpty() || ENDS.indexOf(stripped.codePointBefore(stripped.length())) >= 0;
        return isEnded ? stripped : stripped + ".";
    }

    /**
     * A title and what is said about it.
     *
     * @param title a title; may be blank
     * @param more what is said about it; may be blank
     * @return both, as sentences of their own; only one of them if the other is blank
     */
    public static String both(String title, String more) {
        return more.isBlank() ? title.strip() : title.isBlank() ? more.strip() : ended(title) + " " + more.strip();
    }
}
