package org.articlepipeline.schemas;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Avro that it may instantiate the generated classes of this package. From 1.12.2 on it
 * trusts no class that is not named by a system property or through its API, and without trust even
 * a builder fails on an enum's default.
 *
 * <p>Avro has no hook for this. It does load every {@link LogicalTypes.LogicalTypeFactory} on the
 * class path before it parses the first schema, and a generated class parses its schema first of
 * all; so this poses as one. Trust is added to what others have granted, never put in its place.
 */
public final class TrustedTypes implements LogicalTypes.LogicalTypeFactory {

  private static final String PACKAGE = TrustedTypes.class.getPackageName();

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  /** For Avro's service loader. */
  public TrustedTypes() {}

  /** Does nothing but load this class, for where Avro's service loader did not see it. */
  static void grant() {}

  @Override
  public String getTypeName() {
    return PACKAGE;
  }

  /** No schema of ours uses this type; null leaves any that does as it is. */
  @Override
  public @Nullable LogicalType fromSchema(Schema schema) {
    return null;
  }
}
