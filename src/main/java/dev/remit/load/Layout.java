package dev.remit.load;

import dev.remit.diagnostic.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What belongs to a bundle, and what only lies beside it: the one place that decides, by names alone. {@code
 * docs/policy/language.md} says the same to people.
 *
 * <p>Whatever lies where files of a bundle lie is one of them, or is known to be none, or is an error. A rule that forbids
 * something could hide in a file that nobody reads.
 */
final class Layout {
    static final String RULES = "rules/";
    static final String TESTS = "tests/";

    private static final String ENDING = ".yaml";
    private static final List<String> FILES = List.of(
            BundleSource.POLICY, "projects.yaml", "people.yaml", "clauses.yaml", "invariants.yaml", SignOffFile.NAME);
    private static final List<String> FOLDERS = List.of(RULES, TESTS);

    /** Names that look like those of YAML files, copies and versions put aside included. */
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml(?:[^a-z0-9].*)?", Pattern.DOTALL);

    /** Files for people and other programs, which nobody takes for files of a policy. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:readme|license|licence|notice|changelog|codeowners)|.*\\.(?:md|txt|adoc|rst|html?|pdf|csv"
                    + "|json|xml|svg|png|jpe?g|docx?|xlsx?|odt|py|sh|java)");

    /** What file systems and editors put beside a file: the other half of it, and the mark that somebody edits it. */
    private static final Pattern SHADOW = Pattern.compile("\\._.*|\\.#.*");

    private static final Set<String> OF_THE_SYSTEM = Set.of("lost+found");

    private Layout() {}

    /** What a path is to a bundle. */
    sealed interface Verdict {}

    /** One of the bundle's files. */
    record Member() implements Verdict {}

    /** Something that is known to be none of them: documents, hidden files, and what lies in hidden folders. */
    record Foreign() implements Verdict {}

    /** Something of which the name says nothing. */
    record Unknown() implements Verdict {}

    /** Something that looks like a file of the bundle and is none. */
    record Misplaced(String why, Optional<String> name) implements Verdict {}

    /** The files a bundle can have beside its folders. */
    static List<String> files() {
        return FILES;
    }

    static Verdict of(String path) {
        List<String> parts = List.of(path.split("/", -1));
        if (path.startsWith("/") || path.contains("//") || parts.contains("..") || parts.contains(".")) {
            return new Misplaced("this is no path within a bundle", meant(parts));
        }
        String first = parts.get(0);
        if (OF_THE_SYSTEM.contains(first)) {
            return new Foreign();
        }
        if (path.startsWith(RULES) || path.startsWith(TESTS)) {
            return parts.size() == 2 && !parts.get(1).isEmpty() ? inFolder(first, parts.get(1)) : below(parts);
        }
        return parts.size() == 1 ? beside(path) : elsewhere(path, parts);
    }

    /** Whether a path is that of one of the bundle's files. */
    static boolean isMember(String path) {
        return of(path) instanceof Member;
    }

    /** Whether a name looks like that of a YAML file. */
    static boolean isYaml(String name) {
        return YAML.matcher(lower(name)).matches();
    }

    /** Whether a name is one of those that people, tools and systems hide from view. */
    static boolean isHidden(String name) {
        return name.startsWith(".") || OF_THE_SYSTEM.contains(name);
    }

    private static Verdict beside(String name) {
        if (FILES.contains(name)) {
            return new Member();
        }
        String shown = name.startsWith(".") ? name.substring(1) : name;
        Optional<String> near = Nearest.to(shown, FILES);
        if (name.startsWith(".")) {
            return FILES.contains(shown) ? new Misplaced("hidden files are not read", near) : new Foreign();
        }
        if (FOLDERS.contains(name + "/")) {
            return new Misplaced("expected a folder, found a file", Optional.empty());
        }
        if (isYaml(name)) {
            return new Misplaced("this file is not read", near.or(() -> Optional.of(RULES + named(name))));
        }
        if (DOCUMENT.matcher(lower(name)).matches()) {
            return new Foreign();
        }
        return near.isPresent() ? new Misplaced("this file is not read", near) : new Unknown();
    }

    private static Verdict inFolder(String folder, String name) {
        String place = folder + "/";
        if (name.startsWith(".")) {
            return isYaml(name) && !SHADOW.matcher(name).matches()
                    ? new Misplaced("hidden files are not read", Optional.of(place + named(name.substring(1))))
                    : new Foreign();
        }
        if (name.endsWith(ENDING)) {
            return new Member();
        }
        return lower(name).startsWith("readme") && !isYaml(name)
                ? new Foreign()
                : new Misplaced("only files that end in `.yaml` are read here", Optional.of(place + named(name)));
    }

    private static Verdict below(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        return parts.subList(1, parts.size()).stream().anyMatch(Layout::isHidden)
                ? new Foreign()
                : new Misplaced(
                        "folders inside `" + parts.get(0) + "` are not read",
                        last.isEmpty() ? Optional.empty() : Optional.of(parts.get(0) + "/" + named(last)));
    }

    private static Verdict elsewhere(String path, List<String> parts) {
        String folder = parts.get(0) + "/";
        if (parts.get(0).startsWith(".")) {
            return FOLDERS.contains(folder.substring(1))
                    ? new Misplaced("hidden folders are not read", Optional.of(path.substring(1)))
                    : new Foreign();
        }
        if (parts.subList(0, parts.size() - 1).stream().anyMatch(Layout::isHidden)) {
            return new Foreign();
        }
        Optional<String> near = Nearest.to(parts.get(0), List.of("rules", "tests"));
        String last = parts.get(parts.size() - 1);
        if (isYaml(last)) {
            return new Misplaced(
                    "files in this folder are not read", Optional.of(near.orElse("rules") + "/" + named(last)));
        }
        if (DOCUMENT.matcher(lower(last)).matches()) {
            return new Foreign();
        }
        return near.isPresent() && last.isEmpty()
                ? new Misplaced("this folder is not read", near.map(each -> each + "/"))
                : new Unknown();
    }

    /** The place a path that leads nowhere in a bundle was probably meant to name. */
    private static Optional<String> meant(List<String> parts) {
        List<String> named = parts.stream()
                .filter(each -> !each.isEmpty() && !each.equals(".") && !each.equals(".."))
                .toList();
        String path = String.join("/", named);
        return path.isEmpty() || !isMember(path) ? Optional.empty() : Optional.of(path);
    }

    /** The name a file should have to be read. */
    private static String named(String name) {
        String lower = lower(name);
        int ending = Math.max(lower.indexOf(".yaml"), lower.indexOf(".yml"));
        int dot = name.lastIndexOf('.');
        return (ending > 0 ? name.substring(0, ending) : dot > 0 ? name.substring(0, dot) : name) + ENDING;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
