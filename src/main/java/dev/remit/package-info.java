/** Access policies as data: load a bundle, ask a question, get an explained decision. */
@NullMarked
package dev.remit;

import org.jspecify.annotations.NullMarked;
