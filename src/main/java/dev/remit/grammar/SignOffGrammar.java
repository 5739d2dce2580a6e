package dev.remit.grammar;

import static dev.remit.grammar.Forms.day;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;

import dev.remit.grammar.Shape.Items;

/** The grammar of sign-offs: the approval of a bundle. */
final class SignOffGrammar {

    private static final Items SIGNATURES = new Items(
            "a list of signatures",
            mapping(
                    "a signature",
                    required("by", text(), "Who approves it"),
                    required("on", day(), "The day of the approval"),
                    optional("reference", text(), "Where the approval is on record"),
                    optional("note", text(), "What was signed with a key: a C2SP signed note, as `--key` writes it")),
            false);

    static final Shape.Key SIGN_OFF = required(
            "sign-off",
            mapping(
                    "a sign-off",
                    optional(
                            "edition",
                            text(),
                            "The edition of the contract under which it is approved; without it, or with another than the"
                                    + " present one, nothing is"),
                    required("approved", digests(), "What is approved"),
                    required("before", digests(), "What it follows"),
                    required("difference", text(), "The digest of the difference between the two, as it was reported"),
                    required("direction", oneOf("same", "narrower", "wider"), "Which way access goes by it"),
                    required("signed", SIGNATURES, "Who approves it")),
            "The approval, as `remit diff OLD NEW --sign-off NAME` writes it");

    private SignOffGrammar() {}

    private static Shape.Keys digests() {
        return mapping(
                "digests",
                required("policy", text(), "The digest of what the policy means"),
                required("registers", text(), "The digest of the registers"),
                optional(
                        "assurance",
                        text(),
                        "The digest of everything else the files say; without it, nothing is approved"));
    }
}
