package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.check.DayInspection;

/** Says beside answers that a policy does not apply yet, or was to be looked at again. */
final class DayNotice {
    private DayNotice() {}

    static void of(PolicyBundle bundle, Streams streams) {
        for (String notice :
                new DayInspection(streams.clock()).notices(bundle.policy().header())) {
            streams.out().flush();
            streams.err().println("note: " + notice);
        }
    }
}
