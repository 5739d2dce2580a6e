/**
 * Access policies as data: loaded, checked, decided and explained.
 *
 * <p>Start at {@code dev.remit.Remit}. What is exported here is what users of the library may rely on; the other packages
 * are public to the compiler only.
 */
@SuppressWarnings("requires-automatic") // the library of figures has no module of its own yet
module dev.remit {
    requires com.fasterxml.jackson.core;
    requires java.net.http;
    requires org.yaml.snakeyaml;
    // Its annotations stand in exported signatures, and nobody needs them to run.
    requires static transitive org.jspecify;
    // Its annotations are for the compiler alone, and stand in no exported signature.
    requires static com.google.errorprone.annotations;
    // Only the command line needs it; see the pom on the cli jar.
    requires static info.picocli;

    // Only a server needs these; see the pom on the cli jar.
    requires static org.eclipse.jetty.server;
    requires static io.prometheus.metrics.core;
    requires static io.prometheus.metrics.model;
    requires static io.prometheus.writer.text;

    // Only tests of services need these. They stand in signatures of the testing room, yet are not passed on: whoever
    // requires this module would have to have them.
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;

    exports dev.remit;
    exports dev.remit.analyze;
    exports dev.remit.analyze.access;
    exports dev.remit.analyze.people;
    exports dev.remit.analyze.prove;
    exports dev.remit.check;
    exports dev.remit.decide;
    exports dev.remit.diagnostic;
    exports dev.remit.json.forms;
    exports dev.remit.live;
    exports dev.remit.load;
    exports dev.remit.model;
    exports dev.remit.record;
    exports dev.remit.report.words;
    exports dev.remit.source;
    exports dev.remit.testing;

    opens dev.remit.cli to
            info.picocli;
}
