package org.articlepipeline.platform;

import java.util.Map;

/**
 * What a service says of itself.
 *
 * @param live false only when nothing but a restart can help
 * @param ready whether it does its work now
 * @param details what is behind it, for people: component to state
 */
public record Health(boolean live, boolean ready, Map<String, String> details) {}
