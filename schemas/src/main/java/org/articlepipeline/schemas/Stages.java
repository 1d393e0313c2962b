package org.articlepipeline.schemas;

/** Names of the stages in receipts and dead letters. */
public final class Stages {

  public static final String INGEST = "ingest";
  public static final String ENRICH = "enrich";
  public static final String INDEX = "index";

  /** No stage of the flow: an operator. */
  public static final String OPERATIONS = "operations";

  private Stages() {}
}
