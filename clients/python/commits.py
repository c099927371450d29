"""What SQLite itself can do: commits rows of a message's size, one by one, as durably as the engine.

Reads how many from each line of standard input, and prints the seconds that they took.
"""

import sqlite3
import sys
import time

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("pragma journal_mode = wal")
connection.execute("pragma synchronous = full")
connection.execute("create table rows (seq integer primary key, body text not null)")
body = "x" * 400
for line in sys.stdin:
    begin = time.perf_counter()
    for _ in range(int(line)):
        connection.execute("insert into rows (body) values (?)", (body,))
    print(time.perf_counter() - begin, flush=True)
