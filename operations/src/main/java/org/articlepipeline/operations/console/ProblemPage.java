package org.articlepipeline.operations.console;

/** What is wrong, and what to do. */
record ProblemPage(Frame frame, String detail) {}
