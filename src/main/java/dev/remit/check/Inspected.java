package dev.remit.check;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.analyze.prove.Prover;
import dev.remit.decide.Question;
import dev.remit.json.JsonQuestions;
import dev.remit.load.BundleSource;
import dev.remit.load.SourceLocator;
import dev.remit.model.Assignment;
import dev.remit.model.PolicyPath;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bundle under inspection, with the positions of its parts and the written form of questions about it. */
public final class Inspected {
    private final PolicyBundle bundle;
    private final BundleSource source;
    private final SourceLocator places;
    private final JsonQuestions questions;
    private final List<SourceFile> files;
    private Optional<Prover> prover = Optional.empty();

    Inspected(PolicyBundle bundle, BundleSource source) {
        this.bundle = requireNonNull(bundle, "bundle");
        this.source = requireNonNull(source, "source");
        places = SourceLocator.of(bundle.positions(), bundle.files());
        questions = JsonQuestions.of(bundle.decisionPoint());
        files = new ArrayList<>(bundle.files());
    }

    /** The bundle. */
    public PolicyBundle bundle() {
        return bundle;
    }

    /** The source of the bundle, for inspections that need more of its files. */
    public BundleSource source() {
        return source;
    }

    /** The prover of the bundle, made once for all inspections. */
    public Prover prover() {
        if (prover.isEmpty()) {
            prover = Optional.of(Prover.of(bundle.decisionPoint()));
        }
        return prover.get();
    }

    /** The smallest span of a part, by its path; empty if it was not written in one place. */
    public Optional<Span> place(PolicyPath path) {
        return places.find(path);
    }

    /** The beginning of a part, given its whole span. */
    public Span head(Span whole) {
        return places.head(whole);
    }

    /** A question as a line for {@code remit decide}. */
    public String line(Question question) {
        return questions.write(Optional.empty(), question);
    }

    /** A complete question as a line for {@code remit decide}; false facts are included only if they must be given. */
    public String line(Assignment question) {
        return questions.write(question);
    }

    /** Adds a file that diagnostics point into, apart from those of the policy. */
    public void show(SourceFile file) {
        files.add(file);
    }

    /** Every file that diagnostics can point into. */
    List<SourceFile> files() {
        return List.copyOf(files);
    }
}
