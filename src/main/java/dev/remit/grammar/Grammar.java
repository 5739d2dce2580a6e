package dev.remit.grammar;

import static dev.remit.grammar.Forms.day;
import static dev.remit.grammar.Forms.declarations;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;
import static dev.remit.grammar.Forms.titleOr;

import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of the whole language: every kind of file, every key, and its meaning. */
public final class Grammar {

    /** The version of the language described here. */
    public static final int VERSION = 1;

    private static final Shape.Key REMIT =
            required("remit", new Word(new Lexeme.Version(VERSION)), "The version of the language");

    private static final Keys SOURCE = mapping(
            "a source document",
            required("title", text(), "The title of the document"),
            optional("edition", text(), "Which edition was read"),
            optional("read", day(), "The day it was read"),
            optional("address", text(), "Where it can be found"),
            optional("licence", text(), "The terms under which it can be used"));

    private static final Keys HEADER = mapping(
            "a header",
            required("id", new Word(Forms.newId(Namespace.POLICY)), "How decisions name the policy"),
            required("version", text(), "Which version of the policy this is"),
            required("title", text(), "The name people know the policy by"),
            optional("description", text(), "What the policy is about"),
            optional("notice", text(), "What readers must know before they rely on it"),
            optional(
                    "time-zone",
                    new Word(new Lexeme.Zone()),
                    "Where the days of its registers begin and end; `UTC` if left out"),
            optional("owner", text(), "Who is responsible for the policy"),
            optional("approver", text(), "Who approved this version"),
            optional(
                    "effective-from", day(), "The first day it applies; before it, `check`, `ask` and `decide` say so"),
            optional(
                    "review-by",
                    day(),
                    "The day by which it must be looked at again; after it, `check`, `ask` and `decide` say so"),
            optional(
                    "files",
                    new Shape.Items("a list of files", text(), true, true),
                    "Every other file of the bundle but the sign-off, so that one that is gone is noticed"),
            optional(
                    "sources",
                    declarations(Namespace.SOURCE, titleOr(SOURCE), "A source document"),
                    "The documents the policy puts into practice"));

    private static final FileShape POLICY = new FileShape(
            "policy.yaml",
            "The header, the vocabulary and the rules; a bundle has exactly one",
            Optional.of("policy"),
            policy());

    private static final FileShape RULES = new FileShape(
            "rules/*.yaml",
            "More rules, in as many files as one likes; they mean the same as in `policy.yaml`",
            Optional.empty(),
            new Keys(
                    "a rules file",
                    List.of(REMIT, RuleGrammar.CONDITIONS, RuleGrammar.CATEGORIES, RuleGrammar.RULES),
                    Optional.empty(),
                    true,
                    onlyInPolicy()));

    private static final FileShape PROJECTS = new FileShape(
            "projects.yaml",
            "The project register",
            Optional.of("projects"),
            mapping("a project register", REMIT, RegisterGrammar.PROJECTS));

    private static final FileShape PEOPLE = new FileShape(
            "people.yaml",
            "The people register",
            Optional.of("people"),
            mapping("a people register", REMIT, RegisterGrammar.PEOPLE));

    private static final FileShape CLAUSES = new FileShape(
            "clauses.yaml",
            "The clauses of the source documents",
            Optional.of("clauses"),
            mapping("a clause register", REMIT, RegisterGrammar.CLAUSES));

    private static final FileShape INVARIANTS = new FileShape(
            "invariants.yaml",
            "What the policy must never or always do",
            Optional.of("invariants"),
            mapping("a list of invariants", REMIT, InvariantGrammar.INVARIANTS));

    private static final FileShape SIGN_OFF = new FileShape(
            "sign-off.yaml",
            "Who approved the bundle",
            Optional.of("sign-off"),
            mapping("a sign-off file", REMIT, SignOffGrammar.SIGN_OFF));

    private static final FileShape SUITES = new FileShape(
            "tests/*.yaml",
            "A suite of tests: questions and the decisions expected",
            Optional.of("suite"),
            SuiteGrammar.suite(REMIT));

    private static final FileShape SERVE = ServeGrammar.file(REMIT);

    private static final FileShape MAPPING = MappingGrammar.file(REMIT);

    private Grammar() {}

    /**
     * The file {@code policy.yaml}.
     *
     * @return its shape
     */
    public static FileShape policyFile() {
        return POLICY;
    }

    /**
     * The files {@code rules/*.yaml}.
     *
     * @return their shape
     */
    public static FileShape rulesFile() {
        return RULES;
    }

    /**
     * The file {@code projects.yaml}.
     *
     * @return its shape
     */
    public static FileShape projectsFile() {
        return PROJECTS;
    }

    /**
     * The file {@code people.yaml}.
     *
     * @return its shape
     */
    public static FileShape peopleFile() {
        return PEOPLE;
    }

    /**
     * The file {@code clauses.yaml}.
     *
     * @return its shape
     */
    public static FileShape clausesFile() {
        return CLAUSES;
    }

    /**
     * The file {@code invariants.yaml}.
     *
     * @return its shape
     */
    public static FileShape invariantsFile() {
        return INVARIANTS;
    }

    /**
     * The file {@code sign-off.yaml}.
     *
     * @return its shape
     */
    public static FileShape signOffFile() {
        return SIGN_OFF;
    }

    /**
     * The files {@code tests/*.yaml}.
     *
     * @return their shape
     */
    public static FileShape suiteFile() {
        return SUITES;
    }

    /** The file {@code serve.yaml}: the configuration of a decision point over HTTP, which belongs to no bundle. */
    public static FileShape serveFile() {
        return SERVE;
    }

    /** The file {@code mapping.yaml}: from the words of another system to those of a policy; it belongs to no bundle. */
    public static FileShape mappingFile() {
        return MAPPING;
    }

    /**
     * All kinds of files of a bundle; the one without a key of its own comes last.
     *
     * @return the files
     */
    public static List<FileShape> files() {
        return List.of(POLICY, PROJECTS, PEOPLE, CLAUSES, INVARIANTS, SUITES, SIGN_OFF, RULES);
    }

    private static Keys policy() {
        Map<String, String> elsewhere = new HashMap<>();
        HEADER.names().forEach(key -> elsewhere.put(key, "it belongs under `policy`"));
        VocabularyGrammar.VOCABULARY.names().forEach(key -> elsewhere.put(key, "it belongs under `vocabulary`"));
        elsewhere.put("forbid", "rules that forbid stand under `rules` too, with the key `forbid`");
        elsewhere.put("projects", "projects stand in a file of their own, `projects.yaml`");
        elsewhere.put("people", "people stand in a file of their own, `people.yaml`");
        elsewhere.put("clauses", "clauses stand in a file of their own, `clauses.yaml`");
        return new Keys(
                "a policy",
                List.of(
                        REMIT,
                        required("policy", misplacing(HEADER), "What the policy is, and who answers for it"),
                        required(
                                "vocabulary",
                                misplacing(VocabularyGrammar.VOCABULARY),
                                "Every word the policy can use"),
                        optional(
                                "rulings",
                                declarations(Namespace.RULING, RulingGrammar.RULING, "A reading that rules can cite"),
                                "How open places of the source documents are read"),
                        VocabularyGrammar.DOMAINS,
                        SetGrammar.SETS,
                        RuleGrammar.CONDITIONS,
                        RuleGrammar.CATEGORIES,
                        RuleGrammar.RULES,
                        RuleGrammar.CONSTRAINTS),
                Optional.empty(),
                true,
                elsewhere);
    }

    /** A section that recognises the keys that end up in it when they are indented too far. */
    private static Keys misplacing(Keys section) {
        Map<String, String> elsewhere = new HashMap<>();
        List.of("rulings", "sets", "conditions", "work-categories", "rules", "constraints", "policy", "vocabulary")
                .forEach(key -> elsewhere.put(key, "it belongs at the beginning of a line"));
        VocabularyGrammar.VOCABULARY.names().forEach(key -> elsewhere.put(key, "it belongs under `vocabulary`"));
        section.names().forEach(elsewhere::remove);
        return new Keys(section.what(), section.keys(), section.open(), section.mayBeEmpty(), elsewhere);
    }

    private static Map<String, String> onlyInPolicy() {
        Map<String, String> elsewhere = new HashMap<>();
        POLICY.keys().names().forEach(key -> elsewhere.put(key, "it belongs in `policy.yaml`"));
        return elsewhere;
    }
}
