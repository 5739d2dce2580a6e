package dev.remit.bench;

/** A process that says one word: the least that starting a JVM takes. */
public final class Nothing {
    private Nothing() {}

    public static void main(String... args) {
        System.out.println("nothing");
    }
}
