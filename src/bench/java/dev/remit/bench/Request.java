package dev.remit.bench;

/**
 * One request as a web handler holds it: words and booleans, and what must be answered.
 *
 * @param id its number in the workload
 * @param environment the environment it asks about, such as {@code e7}
 * @param expected whether it is permitted
 */
record Request(
        int id,
        String role,
        String activity,
        String level,
        String category,
        String environment,
        String project,
        String kind,
        String status,
        boolean type1Permission,
        boolean nationalPermission,
        boolean named,
        boolean secure,
        boolean approval,
        boolean includesType1,
        boolean includesNational,
        boolean expected) {

    /** Reads a line of the workload; every word is a string of its own, as it is when it comes over a network. */
    static Request read(String line, int environments) {
        String[] cells = line.split(",", -1);
        int id = Integer.parseInt(cells[0]);
        return new Request(
                id,
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                "e" + id % environments,
                cells[5],
                cells[6],
                cells[7],
                Boolean.parseBoolean(cells[8]),
                Boolean.parseBoolean(cells[9]),
                Boolean.parseBoolean(cells[10]),
                Boolean.parseBoolean(cells[11]),
                Boolean.parseBoolean(cells[12]),
                Boolean.parseBoolean(cells[13]),
                Boolean.parseBoolean(cells[14]),
                cells[15].equals("permit"));
    }

    /** This request where something else is expected. */
    Request expecting(boolean permit) {
        return new Request(
                id,
                role,
                activity,
                level,
                category,
                environment,
                project,
                kind,
                status,
                type1Permission,
                nationalPermission,
                named,
                secure,
                approval,
                includesType1,
                includesNational,
                permit);
    }

    /** The value of a boolean by its name in the workload. */
    boolean flag(Flag flag) {
        return switch (flag) {
            case NAMED -> named;
            case SECURE -> secure;
            case APPROVAL -> approval;
            case INCLUDES_TYPE_1 -> includesType1;
            case INCLUDES_NATIONAL -> includesNational;
            case TYPE_1_PERMISSION -> type1Permission;
            case NATIONAL_PERMISSION -> nationalPermission;
        };
    }

    /** The word of a field by its name in the workload. */
    String word(Field field) {
        return switch (field) {
            case ROLE -> role;
            case ACTIVITY -> activity;
            case LEVEL -> level;
            case CATEGORY -> category;
            case KIND -> kind;
            case STATUS -> status;
        };
    }
}
