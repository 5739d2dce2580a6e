package dev.remit.writing;

/** Joins sentences of a policy into readable prose. */
public final class Prose {
    private static final String ENDS = ".!?:;…。！？";

    private Prose() {}

    /**
     * Ends a sentence with a full stop.
     *
     * @param sentence a title or a reason; may be blank
     * @return the same, with a full stop unless it ends with one or another final mark
     */
    public static String ended(String sentence) {
        String stripped = sentence.strip();
        boolean isEnded = stripped.isEmpty() || ENDS.indexOf(stripped.codePointBefore(stripped.length())) >= 0;
        return isEnded ? stripped : stripped + ".";
    }

    /**
     * Joins a title and its description.
     *
     * @param title a title; may be blank
     * @param more its description; may be blank
     * @return both, each as a sentence; only one of them if the other is blank
     */
    public static String both(String title, String more) {
        return more.isBlank() ? title.strip() : title.isBlank() ? more.strip() : ended(title) + " " + more.strip();
    }
}
