/** The configuration of a decision point over HTTP: read from {@code serve.yaml}, as values. */
@NullMarked
package dev.remit.http.config;

import org.jspecify.annotations.NullMarked;
