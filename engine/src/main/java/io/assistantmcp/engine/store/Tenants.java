package io.assistantmcp.engine.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Names tenants after their keys. The name tells nobody the key, not even one who has the database
 * and a guess, without the salt; and the same key has other names in other databases.
 */
public final class Tenants {

  /** The tenant of a database that is one person's. */
  public static final String SINGLE = "single";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SALT_BYTES = 32;
  private static final int NAME_BYTES = 16;

  private final byte[] salt;

  private Tenants(byte[] salt) {
    this.salt = salt;
  }

  /** The names in a database, which gets its salt when it is first asked for it. */
  public static Tenants in(Store store) {
    Optional<String> salt = store.read(session -> salt(session.handle()));
    return new Tenants(
        HexFormat.of()
            .parseHex(salt.orElseGet(() -> store.write(session -> newSalt(session.handle())))));
  }

  private static Optional<String> salt(Handle handle) {
    return handle
        .createQuery("select value from identity where name = 'salt'")
        .mapTo(String.class)
        .findOne();
  }

  /** Another process may have been quicker; the first salt stays. */
  private static String newSalt(Handle handle) {
    byte[] fresh = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(fresh);
    handle
        .createUpdate(
            "insert into identity (name, value) values ('salt', :salt) on conflict (name) do nothing")
        .bind("salt", HexFormat.of().formatHex(fresh))
        .execute();
    return salt(handle).orElseThrow();
  }

  /** The tenant that a key is the key of. */
  public String of(String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(salt, ALGORITHM));
      byte[] name = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(name, 0, NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
