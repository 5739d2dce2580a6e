package dev.remit.writing;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame of an HTML page in one file. The page needs no network, follows the reader's choice of light or dark, and
 * can be printed. Its content is written by the pages themselves.
 *
 * <p>The page names the digests of its own style and script and forbids all others. It therefore works where foreign
 * scripts are blocked, and no script that gets into a text can run.
 */
public final class HtmlPage {
    /** The styles of all pages: colours by purpose, fonts, tables, and print. */
    private static final String STYLE = """

            :root {
              color-scheme: light dark;
              --paper: #fff; --ink: #1d2329; --faint: #57606a; --line: #d0d7de; --shade: #f4f6f8; --link: #0a58b5;
              --yes: #116329; --yes-back: #e3f6e8; --no: #57606a; --bar: #a40e26; --bar-back: #fdecee;
              --if: #7a4b00; --if-back: #fff5dc; --focus: #0a58b5;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #14181d; --ink: #e3e8ee; --faint: #9aa5b1; --line: #38414b; --shade: #1d232a; --link: #79b8ff;
                --yes: #7ee2a0; --yes-back: #12301d; --no: #9aa5b1; --bar: #ff9aa8; --bar-back: #3a161c;
                --if: #f2cc60; --if-back: #33270c; --focus: #79b8ff;
              }
            }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body {
              margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
            }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
            h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.25rem 0 .75rem; }
            h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
            p, ul, ol, dl { margin: .4rem 0 .8rem; max-width: 48rem; }
            ul, ol { padding-left: 1.4rem; }
            a { color: var(--link); }
            code { font: .9em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
            .faint { color: var(--faint); }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; margin: .5rem 0 1.25rem; }
            caption { text-align: left; font-weight: 600; padding: .25rem 0; }
            th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
            thead th { background: var(--shade); }
            tbody th { font-weight: 500; }
            button, select, input { font: inherit; color: inherit; }
            select, input, button {
              background: var(--paper); border: 1px solid var(--faint); border-radius: .3rem; padding: .3rem .5rem;
            }
            :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
            [hidden] { display: none !important; }
            .skip { position: absolute; left: -100vw; }
            .skip:focus { position: static; }
            @media print {
              :root {
                color-scheme: light;
                --paper: #fff; --ink: #000; --faint: #444; --line: #999; --shade: #f2f2f2; --link: #000;
                --yes: #0b4a1e; --yes-back: #fff; --no: #444; --bar: #7a0b1d; --bar-back: #fff; --if: #4d3000; --if-back: #fff;
              }
              body { max-width: none; padding: 0; font-size: 9.5pt; }
              h2, h3 { break-after: avoid; }
              thead { display: table-header-group; }
              tr, li, dt { break-inside: avoid; }
              .wide { overflow: visible; }
              .screen, .skip { display: none !important; }
            }
            """;

    private HtmlPage() {}

    /**
     * Writes a whole page. Style and script are constants of the program, so that no text of an input gets into them.
     *
     * @param title its title
     * @param style styles beside those that all pages share; may be empty
     * @param body its content
     * @param script its script; may be empty. The page must be usable without it.
     * @return the page, with a line end at its end
     */
    public static String of(
            String title, @CompileTimeConstant String style, HtmlText body, @CompileTimeConstant String script) {
        return written(title, style, body, "", script);
    }

    /**
     * Writes a whole page whose style and script are files of this library, with data for the script.
     *
     * @param title its title
     * @param style styles beside those that all pages share: a file of this library, and no text of an input
     * @param body its content
     * @param data JSON that the script finds under the id {@code data}; no browser runs it
     * @param script its script: files of this library, and no text of an input
     * @return the page, with a line end at its end
     */
    public static String withData(String title, String style, HtmlText body, String data, String script) {
        // In JSON this character stands within texts only.
        String block = "<script type=\"application/json\" id=\"data\">" + data.replace("<", "\\u003c") + "</script>\n";
        return written(title, style, body, block, script);
    }

    private static String written(String title, String style, HtmlText body, String data, String script) {
        String all = STYLE + style;
        String allowed = "default-src 'none'; style-src '" + digest(all) + "'"
                + (script.isEmpty() ? "" : "; script-src '" + digest(script) + "'");
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(allowed)
                .append("\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>")
                .append(HtmlText.bare(title))
                .append("</title>\n<style>")
                .append(all)
                .append("</style>\n</head>\n<body>\n")
                .append(body.toString().strip())
                .append('\n');
        page.append(data);
        if (!script.isEmpty()) {
            page.append("<script>").append(script).append("</script>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static String digest(String source) {
        try {
            byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
