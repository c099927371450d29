package io.assistantmcp.server.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8. Of a line over the limit no more than the limit is ever kept. */
final class LineReader {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line; text that ends without a line break is one too. */
  Line next() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    while (fill()) {
      int end = lineBreak();
      length += end - position;
      if (length <= limit) {
        line.write(buffer, position, end - position);
      } else {
        line = new ByteArrayOutputStream(0);
      }
      position = end;
      if (end < filled) {
        position++;
        return length <= limit ? decode(line) : new Line.TooLong(limit);
      }
    }
    if (length > limit) {
      return new Line.TooLong(limit);
    }
    return length == 0 ? new Line.End() : decode(line);
  }

  private int lineBreak() {
    int end = position;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Makes sure that there is something in the buffer. False at the end of the input. */
  private boolean fill() {
    if (position < filled) {
      return true;
    }
    try {
      filled = in.read(buffer);
    } catch (IOException e) {
      // A pipe that breaks has ended.
      filled = -1;
    }
    position = 0;
    return filled > 0;
  }

  private static Line decode(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    // The quick decoder replaces what it cannot read; only then it takes the slow one to tell.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
      } catch (CharacterCodingException e) {
        return new Line.NotUtf8();
      }
    }
    return new Line.Text(text);
  }
}
