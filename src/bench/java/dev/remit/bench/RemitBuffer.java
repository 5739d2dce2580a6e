package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.QuestionBuffer;
import dev.remit.decide.QuestionField;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked from the strings of a request, filled into a buffer; the project is told or looked up in the register. */
final class RemitBuffer extends RemitContender {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final boolean registered;
    private DecisionPoint decisions;
    private Request[] requests;
    private QuestionBuffer buffer;
    private Fields fields;

    RemitBuffer(boolean registered) {
        this.registered = registered;
    }

    /** The handles, resolved once. */
    private static final class Fields {
        private final QuestionField role;
        private final QuestionField activity;
        private final QuestionField level;
        private final QuestionField category;
        private final QuestionField environment;
        private final QuestionField kind;
        private final QuestionField status;
        private final QuestionField type1Permission;
        private final QuestionField nationalPermission;
        private final QuestionField named;
        private final QuestionField secure;
        private final QuestionField approval;
        private final QuestionField includesType1;
        private final QuestionField includesNational;

        Fields(DecisionPoint point) {
            role = point.field("role");
            activity = point.field("activity");
            level = point.field("level");
            category = point.field("category");
            environment = point.field("route");
            kind = point.field("project.kind");
            status = point.field("project.status");
            type1Permission = point.field("project.type-1-permission");
            nationalPermission = point.field("project.national-permission");
            named = point.field("named");
            secure = point.field("secure");
            approval = point.field("approval");
            includesType1 = point.field("includes-type-1");
            includesNational = point.field("includes-national");
        }
    }

    @Override
    void ready(DecisionPoint point, List<Request> some) {
        decisions = point;
        requests = some.toArray(Request[]::new);
        buffer = point.buffer();
        fields = new Fields(point);
    }

    @Override
    public Contender own() {
        RemitBuffer own = new RemitBuffer(registered);
        own.decisions = decisions;
        own.requests = requests;
        own.buffer = decisions.buffer();
        own.fields = fields;
        return own;
    }

    private Outcome outcome(Request it) {
        buffer.set(fields.role, it.role())
                .set(fields.activity, it.activity())
                .set(fields.level, it.level())
                .set(fields.category, it.category())
                .set(fields.environment, it.environment())
                .set(fields.named, it.named())
                .set(fields.secure, it.secure())
                .set(fields.approval, it.approval())
                .set(fields.includesType1, it.includesType1())
                .set(fields.includesNational, it.includesNational());
        if (registered) {
            buffer.forProject(it.project(), AT);
        } else {
            buffer.set(fields.kind, it.kind())
                    .set(fields.status, it.status())
                    .set(fields.type1Permission, it.type1Permission())
                    .set(fields.nationalPermission, it.nationalPermission());
        }
        return buffer.outcome();
    }

    @Override
    public boolean permits(int request) {
        return outcome(requests[request]).permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(outcome(requests[request]));
    }
}
