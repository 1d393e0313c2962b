package org.articlepipeline.enrich.stories;

/**
 * An article belongs elsewhere than it was published with.
 *
 * @param revision the one that this was decided for: with a newer one comes its own decision
 */
public record StoryChange(String uri, long revision, Assignment assignment) {}
