package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.QuestionBuffer;
import dev.remit.decide.QuestionField;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked from the strings of a request, filled in on a sheet; the project is told or looked up in the register. */
final class RemitSheet extends RemitContender {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final boolean registered;
    private DecisionPoint decisions;
    private Request[] requests;
    private QuestionBuffer sheet;
    private Slots slots;

    RemitSheet(boolean registered) {
        this.registered = registered;
    }

    /** The handles, resolved once. */
    private static final class Slots {
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

        Slots(DecisionPoint point) {
            role = point.slot("role");
            activity = point.slot("activity");
            level = point.slot("level");
            category = point.slot("category");
            environment = point.slot("route");
            kind = point.slot("project.kind");
            status = point.slot("project.status");
            type1Permission = point.slot("project.type-1-permission");
            nationalPermission = point.slot("project.national-permission");
            named = point.slot("named");
            secure = point.slot("secure");
            approval = point.slot("approval");
            includesType1 = point.slot("includes-type-1");
            includesNational = point.slot("includes-national");
        }
    }

    @Override
    void ready(DecisionPoint point, List<Request> some) {
        decisions = point;
        requests = some.toArray(Request[]::new);
        sheet = point.sheet();
        slots = new Slots(point);
    }

    @Override
    public Contender own() {
        RemitSheet own = new RemitSheet(registered);
        own.decisions = decisions;
        own.requests = requests;
        own.sheet = decisions.sheet();
        own.slots = slots;
        return own;
    }

    private Outcome outcome(Request it) {
        sheet.set(slots.role, it.role())
                .set(slots.activity, it.activity())
                .set(slots.level, it.level())
                .set(slots.category, it.category())
                .set(slots.environment, it.environment())
                .set(slots.named, it.named())
                .set(slots.secure, it.secure())
                .set(slots.approval, it.approval())
                .set(slots.includesType1, it.includesType1())
                .set(slots.includesNational, it.includesNational());
        if (registered) {
            sheet.forProject(it.project(), AT);
        } else {
            sheet.set(slots.kind, it.kind())
                    .set(slots.status, it.status())
                    .set(slots.type1Permission, it.type1Permission())
                    .set(slots.nationalPermission, it.nationalPermission());
        }
        return sheet.outcome();
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
