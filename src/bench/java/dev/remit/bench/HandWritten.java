package dev.remit.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A floor: the rules as a programmer would write them into a service, in switches. The same rules for every environment,
 * so that more of them cost nothing; it cannot do environments that vary.
 */
final class HandWritten implements Contender {
    private Set<String> environments;
    private Request[] requests;

    @Override
    public void load(Workload workload, Path folder) {
        environments = Set.copyOf(workload.environmentIds());
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.toArray(Request[]::new);
    }

    @Override
    public boolean permits(int request) {
        Request it = requests[request];
        return environments.contains(it.environment()) && !forbidden(it) && permitted(it);
    }

    private static boolean forbidden(Request it) {
        boolean study = isStudy(it.kind());
        if (study && it.includesType1() && !it.type1Permission()) {
            switch (it.category()) {
                case "research", "short-data-report":
                    return true; // f01
                default:
                    break;
            }
        }
        if (study && it.includesNational() && !it.nationalPermission()) {
            switch (it.category()) {
                case "research", "short-data-report", "data-development":
                    return true; // f02
                default:
                    break;
            }
        }
        switch (it.activity()) {
            case "extract-data":
                switch (it.category()) {
                    case "backend-maintenance", "technical-support":
                        if (!it.level().equals("released")) {
                            return true; // f03
                        }
                        break;
                    default:
                        break;
                }
                break;
            case "view-outputs", "view-logs", "view-test-outputs", "read-table", "run-direct-query":
                switch (it.role()) {
                    case "researcher", "collaborator":
                        switch (it.level()) {
                            case "1", "2", "3":
                                return true; // f04
                            default:
                                break;
                        }
                        break;
                    default:
                        break;
                }
                break;
            case "run-job", "rerun-pipeline", "run-test-pipeline", "request-release", "edit-code":
                if (it.status().equals("finished")) {
                    return true; // f05
                }
                break;
            case "release-outputs", "publish-released":
                if (study && it.includesType1() && !it.type1Permission()) {
                    return true; // f06
                }
                break;
            default:
                break;
        }
        return false;
    }

    private static boolean permitted(Request it) {
        return switch (it.role()) {
            case "researcher" ->
                switch (it.category()) {
                    case "research" -> it.kind().equals("research") && it.named() && research(it);
                    case "short-data-report" ->
                        it.kind().equals("short-data-report") && it.named() && shortDataReport(it);
                    default -> false;
                };
            case "co-pilot" ->
                switch (it.category()) {
                    case "collaboration-support" -> coPilot(it);
                    case "service-analytics" -> viewsReleased(it); // p30
                    default -> false;
                };
            case "output-checker" ->
                switch (it.category()) {
                    case "output-checking" -> outputChecker(it);
                    case "service-analytics" -> viewsReleased(it); // p30
                    default -> false;
                };
            case "collaborator" -> collaborator(it);
            case "platform-tester" -> it.category().equals("end-to-end-testing") && testing(it);
            case "platform-developer" ->
                switch (it.category()) {
                    case "end-to-end-testing" -> testing(it);
                    case "technical-support" -> support(it);
                    case "backend-maintenance" -> platformBackend(it);
                    case "service-analytics" -> viewsReleased(it) || analytics(it);
                    default -> false;
                };
            case "dataset-developer" ->
                switch (it.category()) {
                    case "end-to-end-testing" -> testing(it);
                    case "backend-maintenance" -> datasetBackend(it);
                    case "data-development" -> datasetBackend(it) || dataDevelopment(it);
                    case "service-analytics" -> analytics(it);
                    default -> false;
                };
            default -> false;
        };
    }

    private static boolean research(Request it) {
        boolean active = it.status().equals("active");
        return switch (it.activity()) {
            case "run-job", "cancel-job" -> active && it.level().equals("3"); // p01
            case "view-outputs", "view-logs", "request-release" ->
                active && it.level().equals("4") && it.secure(); // p02, p03
            case "view-released" -> it.level().equals("released"); // p04
            case "publish-released" -> activeOrFinished(it) && it.level().equals("released"); // p05
            case "edit-code" -> approvedOrActive(it) && it.level().equals("released"); // p06
            default -> false;
        };
    }

    private static boolean shortDataReport(Request it) {
        boolean active = it.status().equals("active");
        return switch (it.activity()) {
            case "run-job", "cancel-job", "edit-code" ->
                active && (it.level().equals("3") || it.level().equals("released")); // p07
            case "view-outputs", "view-logs", "request-release" ->
                active && it.level().equals("4") && it.secure(); // p08
            case "view-released", "publish-released" ->
                activeOrFinished(it) && it.level().equals("released"); // p09
            default -> false;
        };
    }

    private static boolean coPilot(Request it) {
        return switch (it.activity()) {
            case "view-outputs", "view-logs" -> // p10
                it.level().equals("4") && isStudy(it.kind()) && it.status().equals("active") && it.secure();
            case "view-released" -> it.level().equals("released"); // p11
            case "inspect-failure" -> it.level().equals("4") && it.status().equals("active") && it.secure(); // p12
            default -> false;
        };
    }

    private static boolean outputChecker(Request it) {
        return switch (it.activity()) {
            case "view-outputs", "review-release" -> // p13
                it.level().equals("4") && isStudy(it.kind()) && activeOrFinished(it) && it.secure();
            case "release-outputs" -> // p14
                it.level().equals("4") && isStudy(it.kind()) && it.status().equals("active") && it.secure();
            case "view-released" -> it.level().equals("released"); // p15
            default -> false;
        };
    }

    private static boolean collaborator(Request it) {
        if (!it.level().equals("released") || !it.named()) {
            return false;
        }
        return switch (it.activity()) {
            case "view-released" -> isStudy(it.category()) && isStudy(it.kind()) && activeOrFinished(it); // p16
            case "edit-code" -> // p17
                it.category().equals("research") && it.kind().equals("research") && approvedOrActive(it);
            default -> false;
        };
    }

    private static boolean testing(Request it) {
        if (!it.kind().equals("test")) {
            return false;
        }
        return switch (it.activity()) {
            case "run-test-pipeline" -> !it.level().equals("released") && approvedOrActive(it); // p18
            case "view-test-outputs" -> // p19
                (it.level().equals("3") || it.level().equals("4"))
                        && it.status().equals("active")
                        && it.secure();
            case "view-logs" -> // p20
                it.role().equals("platform-tester")
                        && (it.level().equals("4") || it.level().equals("released"))
                        && it.secure();
            default -> false;
        };
    }

    private static boolean support(Request it) {
        if ((!it.level().equals("3") && !it.level().equals("4")) || !it.status().equals("active") || !it.secure()) {
            return false;
        }
        return switch (it.activity()) {
            case "rerun-pipeline", "cancel-job" -> isStudy(it.kind()); // p21
            case "view-outputs", "view-logs", "inspect-failure" -> true; // p22
            default -> false;
        };
    }

    private static boolean platformBackend(Request it) {
        if (!it.secure()) {
            return false;
        }
        return switch (it.activity()) {
            case "read-table" -> !it.level().equals("released"); // p23
            case "repair-table" -> isPatientLevel(it.level()) && it.approval(); // p24
            case "import-data" -> it.level().equals("1") || it.level().equals("2"); // p25
            default -> false;
        };
    }

    private static boolean datasetBackend(Request it) { // p26
        return switch (it.activity()) {
            case "read-table", "run-direct-query", "extract-data" ->
                (it.level().equals("1") || it.level().equals("2")) && it.secure() && it.approval();
            default -> false;
        };
    }

    private static boolean dataDevelopment(Request it) {
        if (!it.secure()) {
            return false;
        }
        return switch (it.activity()) {
            case "define-dataset" -> isPatientLevel(it.level()); // p27
            case "view-logs" -> // p28
                it.level().equals("4")
                        && it.status().equals("active")
                        && (it.kind().equals("research") || it.kind().equals("test"));
            default -> false;
        };
    }

    private static boolean analytics(Request it) { // p29
        return it.activity().equals("run-direct-query")
                && (it.level().equals("3") || it.level().equals("4"))
                && it.secure()
                && it.approval()
                && !it.includesType1();
    }

    private static boolean viewsReleased(Request it) {
        return it.activity().equals("view-released") && it.level().equals("released");
    }

    private static boolean isStudy(String kindOrCategory) {
        return switch (kindOrCategory) {
            case "research", "short-data-report" -> true;
            default -> false;
        };
    }

    private static boolean isPatientLevel(String level) {
        return switch (level) {
            case "1", "2", "3" -> true;
            default -> false;
        };
    }

    private static boolean activeOrFinished(Request it) {
        return switch (it.status()) {
            case "active", "finished" -> true;
            default -> false;
        };
    }

    private static boolean approvedOrActive(Request it) {
        return switch (it.status()) {
            case "approved", "active" -> true;
            default -> false;
        };
    }
}
