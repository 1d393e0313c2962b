package org.articlepipeline.platform;

import java.util.Set;

/** A consumer group of a service, and what it reads. */
public record GroupTopics(String group, Set<String> topics) {}
