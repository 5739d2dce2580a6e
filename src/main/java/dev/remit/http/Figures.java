package dev.remit.http;

import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionListener;
import dev.remit.decide.Refusal;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;

/** The figures of a service, in the text form of Prometheus. None is about a person. Safe to share between threads. */
public final class Figures implements DecisionListener {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter decisions = Counter.builder()
            .name("remit_decisions_total")
            .help("Decisions by answer and basis")
            .labelNames("answer", "basis")
            .withoutExemplars()
            .register(registry);
    private final Counter enforcements = Counter.builder()
            .name("remit_enforcements_total")
            .help("What became of questions that were to be enforced: `enforced`, or why not")
            .labelNames("outcome")
            .withoutExemplars()
            .register(registry);
    private final Counter mistakes = Counter.builder()
            .name("remit_mistaken_questions_total")
            .help("Questions that were not understood, by the code of their first fault")
            .labelNames("code")
            .withoutExemplars()
            .register(registry);
    private final Counter reloads = Counter.builder()
            .name("remit_policy_changes_total")
            .help("Changes of the state of the policy, by the state that it came into")
            .labelNames("state")
            .withoutExemplars()
            .register(registry);
    private final Histogram requests = Histogram.builder()
            .name("remit_request_duration_seconds")
            .help("How long requests took, by endpoint and status")
            .labelNames("endpoint", "status")
            .classicOnly()
            .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
            .withoutExemplars()
            .register(registry);

    /** Figures that begin at nothing. */
    public Figures() {}

    /** Adds a figure that is asked for when somebody reads. */
    public void add(String name, String help, LongSupplier now) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) now.getAsLong()))
                .register(registry);
    }

    @Override
    public void heard(DecisionEvent event) {
        if (event instanceof DecisionEvent.Decided decided) {
            decisions
                    .labelValues(
                            decided.decision().answer().name(),
                            decided.decision().basis().word())
                    .inc();
        } else if (event instanceof DecisionEvent.Enforced) {
            enforcements.labelValues("enforced").inc();
        } else if (event instanceof DecisionEvent.Refused refused) {
            String why = refused.refusals().stream()
                    .map(each -> each.why().id())
                    .findFirst()
                    .orElse(Refusal.Why.NOT_PERMITTED.id());
            enforcements.labelValues(why).inc();
        } else if (event instanceof DecisionEvent.Mistaken mistaken) {
            mistakes.labelValues(mistaken.faults().get(0).code().id()).inc();
        }
    }

    /** Counts a change of the state of the policy. */
    public void changed(String state) {
        reloads.labelValues(state).inc();
    }

    void requested(String endpoint, int status, long nanos) {
        requests.labelValues(endpoint, Integer.toString(status)).observe(nanos / 1e9);
    }

    byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.builder()
                    .setIncludeCreatedTimestamps(false)
                    .build()
                    .write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toByteArray();
    }
}
