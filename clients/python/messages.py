"""Fills a thread: repeats its only message so often, without asking the engine.

    python3 messages.py <database> <thread> <count>

The n-th is called msg_<thread's number><n in nine digits>.
"""

import sqlite3
import sys

database, thread, count = sys.argv[1:]
connection = sqlite3.connect(database, timeout=60)
with connection:
    connection.execute(
        """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
        insert into messages (id, tenant, thread_id, status, created_at, body)
        select printf('msg_%s%09d', substr(thread_id, 8), n), tenant, thread_id, status, created_at, body
        from messages, numbers
        where thread_id = ?
        """,
        (int(count), thread),
    )
connection.close()
