/**
 * Support for the tests of services that ask a policy: assertions about decisions, the suites of a bundle as JUnit
 * tests, and small policies built in a test.
 *
 * <p>Doors: {@link dev.remit.testing.RemitAssertions}, {@link dev.remit.testing.PolicyTests} and {@link
 * dev.remit.testing.PolicyBuilder}. The first needs AssertJ and the second JUnit 5; both are optional dependencies of
 * the library, so users of these doors declare them themselves. Nothing imports this room.
 */
@NullMarked
package dev.remit.testing;

import org.jspecify.annotations.NullMarked;
