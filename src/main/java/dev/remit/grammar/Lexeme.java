package dev.remit.grammar;

import dev.remit.diagnostic.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of a single word or text. */
public sealed interface Lexeme {

    /**
     * Describes what is expected, for messages and documents.
     *
     * @return a noun phrase such as {@code a date such as `2026-11-22`}
     */
    String what();

    /** Any text that is not blank. */
    record Text() implements Lexeme {
        @Override
        public String what() {
            return "a text";
        }
    }

    /** A day of the calendar. */
    record Day() implements Lexeme {
        @Override
        public String what() {
            return "a date such as `2026-11-22`";
        }
    }

    /** An instant. */
    record Moment() implements Lexeme {
        @Override
        public String what() {
            return "an instant such as `2026-11-22T10:00:00Z`";
        }
    }

    /** A truth value. */
    record Truth() implements Lexeme {
        @Override
        public String what() {
            return "`true` or `false`";
        }
    }

    /** The name of a time zone. */
    record Zone() implements Lexeme {
        @Override
        public String what() {
            return "a time zone such as `Europe/London`";
        }
    }

    /**
     * The version of the language.
     *
     * @param number the version that can be read
     */
    record Version(int number) implements Lexeme {
        @Override
        public String what() {
            return "`" + number + "`, the version of the language";
        }
    }

    /**
     * A word of a certain form, such as a whole number or a digest.
     *
     * @param what a description of it, as a noun phrase with an example
     * @param pattern the regular expression that all of it matches
     * @param numbers the whole numbers among the words that match; empty if there are none
     */
    record Form(String what, String pattern, Optional<Range> numbers) implements Lexeme {}

    /**
     * Whole numbers from one to another.
     *
     * @param least the least of them
     * @param most the greatest of them
     */
    record Range(long least, long most) {}

    /**
     * One of a few words.
     *
     * @param words the words, in the order they are listed
     */
    record OneOf(List<String> words) implements Lexeme {

        /**
         * Copies the words.
         *
         * @param words the words
         */
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public String what() {
            return Words.or(words);
        }
    }

    /**
     * A word of any spelling that need not be declared, where a question is expected to be refused for it.
     *
     * @param what what it would be if it were declared, as a noun phrase
     */
    record Undeclared(String what) implements Lexeme {}

    /**
     * An id.
     *
     * @param spelling how it is written
     * @param of the kinds it can be the id of
     * @param declares whether it makes the id known; if not, the id must be known from elsewhere
     * @param besides words with a meaning of their own that are allowed as well
     */
    record Name(Spelling spelling, List<Namespace> of, boolean declares, List<String> besides) implements Lexeme {

        /**
         * Copies the lists.
         *
         * @param spelling how it is written
         * @param of the kinds it can be the id of
         * @param declares whether it makes the id known
         * @param besides words with a meaning of their own
         */
        public Name {
            of = List.copyOf(of);
            besides = List.copyOf(besides);
        }

        @Override
        public String what() {
            List<String> kinds = new ArrayList<>(of.stream().map(this::kind).toList());
            kinds.addAll(besides.stream().map(Words::quoted).toList());
            String last = kinds.remove(kinds.size() - 1);
            String ids = kinds.isEmpty() ? last : String.join(", ", kinds) + " or " + last;
            return declares ? "the id of " + ids : ids;
        }

        private String kind(Namespace kind) {
            if (kind == Namespace.ATTRIBUTE && spelling == Spelling.TOPIC) {
                return "an attribute such as `project.kind`";
            }
            if (kind == Namespace.FACT && spelling == Spelling.TOPIC) {
                return "a fact with values";
            }
            return kind == Namespace.ATTRIBUTE && spelling == Spelling.STATE
                    ? "a boolean attribute"
                    : kind.indefinite();
        }
    }
}
