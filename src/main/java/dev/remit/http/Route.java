package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.http.config.Right;
import java.util.Optional;

/**
 * One endpoint.
 *
 * @param path its path
 * @param method its method, {@code GET} or {@code POST}
 * @param right what a caller must be allowed to ask; empty for everybody
 * @param openWord the word with which a configuration opens it to everybody; empty if none does
 * @param form how errors are sent
 * @param endpoint what answers
 */
record Route(String path, String method, Optional<Right> right, String openWord, Form form, Endpoint endpoint) {
    Route {
        requireNonNull(path, "path");
        requireNonNull(method, "method");
        requireNonNull(right, "right");
        requireNonNull(openWord, "openWord");
        requireNonNull(form, "form");
        requireNonNull(endpoint, "endpoint");
    }

    /** How errors are sent. */
    enum Form {
        /** A message in plain text, as AuthZEN has it. */
        MESSAGE,
        /** Problem details. */
        PROBLEM;

        /** The form at a path. */
        static Form at(String path) {
            return path.contains("/access/") ? MESSAGE : PROBLEM;
        }
    }

    /** What answers requests. */
    @FunctionalInterface
    interface Endpoint {
        HttpAnswer answer(Call call) throws UnavailableException;
    }

    /** An error in the form of this endpoint. */
    HttpAnswer error(int status, String code, String detail) {
        return error(form, status, code, detail);
    }

    static HttpAnswer error(Form form, int status, String code, String detail) {
        return form == Form.MESSAGE ? HttpAnswer.text(status, detail) : HttpAnswer.problem(status, code, detail);
    }

    boolean isStream() {
        return path.equals(Endpoints.DECIDE);
    }
}
