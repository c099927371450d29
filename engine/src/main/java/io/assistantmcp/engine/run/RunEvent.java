package io.assistantmcp.engine.run;

/** What can happen to a run. */
public enum RunEvent {
  /** A worker takes hold of it, perhaps after another one died. */
  CLAIM,
  /** The model wants functions called. */
  ASK,
  /** The client gives what they returned. */
  SUBMIT,
  /** The model said all it had to say. */
  COMPLETE,
  /** A limit of tokens was reached. */
  CUT_SHORT,
  FAIL,
  /** The client wants it to end. */
  CANCEL,
  /** Nothing works on it any more. */
  STOP,
  /** Its time is up. */
  EXPIRE
}
