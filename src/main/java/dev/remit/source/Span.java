package dev.remit.source;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A stretch of one file, for people to look at.
 *
 * <p>Lines and columns are counted from 1. Columns count Unicode code points, so a character outside the basic plane is
 * one column. The end is exclusive: a span whose end equals its start is a place between two characters. Spans are
 * ordered by file, start and end. Immutable.
 *
 * @param file the name of the file, as in {@link SourceFile#name()}
 * @param line the first line
 * @param column the first column, in the first line
 * @param endLine the last line
 * @param endColumn the column after the last one, in the last line
 */
public record Span(String file, int line, int column, int endLine, int endColumn) implements Comparable<Span> {

    /**
     * Checks that the span lies in a file and does not end before it starts.
     *
     * @param file the name of the file
     * @param line the first line, from 1
     * @param column the first column, from 1
     * @param endLine the last line
     * @param endColumn the column after the last one
     */
    public Span {
        requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column are counted from 1: " + line + ":" + column);
        }
        if (endLine < line || (endLine == line && endColumn < column) || endColumn < 1) {
            throw new IllegalArgumentException(
                    "span ends before it starts: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /**
     * A stretch within one line.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param column the first column, from 1
     * @param length how many columns
     * @return the span
     */
    public static Span within(String file, int line, int column, int length) {
        return new Span(file, line, column, line, column + length);
    }

    /**
     * The very start of a file, for faults of the file as a whole.
     *
     * @param file the name of the file
     * @return an empty span at line 1, column 1
     */
    public static Span startOf(String file) {
        return within(file, 1, 1, 0);
    }

    /**
     * Whether the span begins and ends in the same line.
     *
     * @return true if it does
     */
    public boolean isWithinOneLine() {
        return line == endLine;
    }

    /**
     * Whether another span lies in this one.
     *
     * @param other the other span
     * @return true if it is in the same file, begins no sooner and ends no later
     */
    public boolean holds(Span other) {
        boolean begins = other.line > line || (other.line == line && other.column >= column);
        boolean ends = other.endLine < endLine || (other.endLine == endLine && other.endColumn <= endColumn);
        return other.file.equals(file) && begins && ends;
    }

    @Override
    public int compareTo(Span other) {
        int[] here = {file.compareTo(other.file), line, column, endLine, endColumn};
        int[] there = {0, other.line, other.column, other.endLine, other.endColumn};
        return Arrays.compare(here, there);
    }

    /**
     * The start, as diagnostics print it.
     *
     * @return {@code file:line:column}
     */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
