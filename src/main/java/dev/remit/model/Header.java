package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who wrote a policy, for whom and from when: everything about it but what it says.
 *
 * @param id the policy's name
 * @param version the edition of the policy
 * @param title what a reader calls it
 * @param description what it is about; this and the other texts are empty if the policy gives none
 * @param notice what every reader should know first
 * @param zone the time zone in which days begin and end
 * @param owner who answers for it
 * @param approver who approved it
 * @param effectiveFrom the first day it is meant for
 * @param reviewBy the day it should have been looked at again
 * @param files the other files of its bundle; empty if they are not listed
 * @param sources the documents it was made from
 */
public record Header(
        Id.Policy id,
        String version,
        String title,
        String description,
        String notice,
        ZoneId zone,
        String owner,
        String approver,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> reviewBy,
        Optional<List<String>> files,
        List<SourceDocument> sources) {
    public Header {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(notice, "notice");
        requireNonNull(zone, "zone");
        requireNonNull(owner, "owner");
        requireNonNull(approver, "approver");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(reviewBy, "reviewBy");
        files = files.map(List::copyOf);
        sources = List.copyOf(sources);
    }

    /**
     * A document the policy was made from.
     *
     * @param id the name clauses use for it
     * @param title its title
     * @param edition which edition was read; this and the other texts are empty if the policy does not say
     * @param read the day it was read
     * @param address where it was found
     * @param licence on which terms it may be used
     */
    public record SourceDocument(
            Id.Source id, String title, String edition, Optional<LocalDate> read, String address, String licence) {
        public SourceDocument {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(edition, "edition");
            requireNonNull(read, "read");
            requireNonNull(address, "address");
            requireNonNull(licence, "licence");
        }
    }
}
