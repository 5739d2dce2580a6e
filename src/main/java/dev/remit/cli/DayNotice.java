package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.check.DayInspection;

/** Writes beside answers that a policy is not in effect yet, or that its review is overdue. */
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
