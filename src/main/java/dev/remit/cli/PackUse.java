package dev.remit.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** What a verb does with packed bundles, and the options that follow from it. */
enum PackUse {
    /** It reads none, or takes no heed of who signed them. */
    NONE,

    /** It works on their texts, whatever was compiled of them. */
    TEXTS,

    /** It works on what they mean, for which the compiled part does as well. */
    COMPILED;

    static final String SIGNED_BY = "--signed-by";
    static final String TRUST_COMPILED = "--trust-compiled";

    /** The options, in the order of the help. */
    List<ArgSpec> options() {
        return switch (this) {
            case NONE -> List.of();
            case TEXTS -> List.of(signedBy());
            case COMPILED -> List.of(signedBy(), trustCompiled());
        };
    }

    /** The options as the usage shows them, behind all others. */
    String synopsis() {
        return switch (this) {
            case NONE -> "";
            case TEXTS -> " [--signed-by FILE]...";
            case COMPILED -> " [--signed-by FILE]... [--trust-compiled FILE]...";
        };
    }

    private static ArgSpec signedBy() {
        return Option.repeatedFile(
                SIGNED_BY,
                "A public key by which the bundle must be signed, so that it must be a packed one; may be repeated: by"
                        + " one of them.");
    }

    private static ArgSpec trustCompiled() {
        return Option.repeatedFile(
                TRUST_COMPILED,
                "A public key of whoever may decide what is answered here: a packed bundle signed by it starts from its"
                        + " compiled part. Others are refused, unless signed by a key of --signed-by.");
    }
}
