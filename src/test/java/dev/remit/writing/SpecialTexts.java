package dev.remit.writing;

import java.util.ArrayList;
import java.util.List;

/** Texts that mean something to one output or another. */
public final class SpecialTexts {
    /** What means something by itself to some form of output, or to a site that shows it. */
    private static final List<String> KNOWN = List.of(
            "~~gone~~",
            "~gone~",
            "$\\phantom{hidden}$",
            "$$x$$",
            "$`x`$",
            "&#8238;abc",
            "&amp;",
            "&lt;b&gt;",
            "<b>x</b>",
            "<img src=x onerror=alert(1)>",
            "<!-- x -->",
            "]]>",
            "<![CDATA[x]]>",
            "</script><script>x</script>",
            "</style>",
            "{}",
            "%n%s",
            "$0 ${x}",
            "`code`",
            "``",
            "```x",
            "``a`b``",
            "[x](http://example.org)",
            "![x](y)",
            "[x]: /y",
            "[^1]",
            "[^1]: note",
            "^[note]",
            "- x",
            "+ x",
            "* x",
            "- [ ] x",
            "1. x",
            "12) x",
            "# x",
            "> x",
            "| a | b |",
            "---",
            "===",
            "@octocat",
            "mail a@b.org now",
            "www.example.org",
            "see http://example.org/x",
            "ftp://example.org",
            "mailto:a@b.org",
            ":x: :+1:",
            "#123",
            "o/r#12",
            "*x*",
            "**x**",
            "_x_",
            "__x__ a_b_c",
            "\\",
            "\\*x\\*",
            "x\\",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\uFF1D1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF201",
            "a,b",
            "a;b",
            "a\"b",
            "\"a\"",
            "'a'",
            "a\nPERMITTED: b",
            "a\r\n## b",
            "a\n\n- b",
            "a\tb",
            "\u00A0x\u00A0",
            "\u05D0\u05D1 (1)",
            "\u0627\u0644",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u00AD");

    /** What no file may hold, and what gets in by other ways. */
    private static final List<String> UNSEEN = List.of(
            "\u001B[31mred",
            "\u001B]0;title\u0007",
            "\u009B31m",
            "\u0000",
            "\u007F",
            "\b\b\b",
            "\u202Eabc",
            "\u2066x\u2069",
            "\u200F",
            "\u061C",
            "\uFEFF",
            "\u2028DENIED: x",
            "\u0085DENIED: x",
            "\uD800",
            "\uFFFF",
            "\uFDD0",
            "\uDB40\uDC41");

    private SpecialTexts() {}

    /** Each of them: those above, and each sign of ASCII alone, within, doubled, around and at both ends. */
    public static List<String> all() {
        List<String> texts = new ArrayList<>(files());
        texts.addAll(UNSEEN);
        return texts;
    }

    /** Those that may stand in files. */
    public static List<String> files() {
        List<String> texts = new ArrayList<>(KNOWN);
        for (char sign = '!'; sign < 0x7F; sign++) {
            if (!Character.isLetterOrDigit(sign)) {
                String s = Character.toString(sign);
                texts.addAll(List.of(s, "a" + s + "b", s + s + "a", s + "a" + s, "a " + s + " b", s + " a", "a" + s));
            }
        }
        return texts;
    }

    /** A few that hold all of those that may stand in files: some can only mean something where a text begins. */
    public static List<String> together() {
        List<String> texts = new ArrayList<>();
        for (String start :
                List.of("- ", "1. ", "# ", "> ", "=1 ", "+1 ", "@a ", "\t-1 ", "<b> ", "~~", "$", "| ", "\u05D0 ")) {
            texts.add(start + "x");
        }
        texts.add(String.join(" x ", KNOWN));
        texts.add(String.join("", files()));
        return texts;
    }
}
