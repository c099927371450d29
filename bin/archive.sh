# The class-data archive: what a JVM made of our classes, kept so that later starts need not make it
# again. A part of the launcher, which sources it. docs/decisions/0007 has the reasons.
#
#   <cache>/archive.<name>/classes   the archive; empty if this JVM makes none that it takes
#   <cache>/archive.<name>/key       stdio or http, embedded or remote, since these load other classes;
#                                    the files it was trained with, and which file it is itself
#
# Such a folder appears whole, by a rename, and is never changed.

# What tells a file from every other: inode, size, mtime and ctime.
case $OSTYPE in
  darwin* | *bsd*) identify=(/usr/bin/stat -L -f '%i %z %Fm %Fc') ;;
  *) identify=(stat -L -c '%i %s %.Y %.Z') ;;
esac

archives_kept=8
training_limit_minutes=5
settling_seconds=2

training_url=http://127.0.0.1:1/v1
last_id=9

# Adds the archive of exactly these files to the JVM's options, or has one trained for later starts.
# Whatever goes wrong in here, the server starts without.
use_archive() {
  local folder
  find_cache || return
  inputs=("$root"/bin/* "$jar" "${jar%/*}"/lib/*.jar
    "$java" "${java%/bin/java}"/lib/modules "${java%/bin/java}"/lib/server/libjvm.*)
  find_key || return
  for folder in "$cache"/archive.*; do
    if is_ours "$folder"; then
      debug "archive: $folder/classes"
      [[ ! -s $folder/classes ]] || add_archive "$folder/classes"
      return
    fi
  done
  [[ ! -e $cache || -w $cache ]] || return
  debug "archive: none for these files yet, training one in $cache"
  train_in_background
}

# Sets cache. An archive is code, so one that another user could have put there is not used; and a
# colon in its path would make two paths of it.
find_cache() {
  cache=${XDG_CACHE_HOME:-}
  [[ $cache == /* ]] || cache=${HOME:+$HOME/.cache}
  cache=$cache/openai-assistant-mcp
  [[ $cache == /*/* && $cache != *:* ]] || return
  [[ ! -e $cache || -O $cache ]]
}

# Sets key. It holds for as long as nobody writes to, replaces or moves one of the files: ctime
# cannot be set back as mtime can. Fails where times are not told to the nanosecond.
find_key() {
  local identities pattern='^[0-9]+ [0-9]+ [0-9]+\.[0-9]{9} [0-9]+\.[0-9]{9}$'
  identities=$("${identify[@]}" "${inputs[@]}" 2>/dev/null) || return
  [[ ${identities%%$'\n'*} =~ $pattern ]] || return
  printf -v key '%s\n' "$transport" "$backend" "${inputs[@]}" "$identities"
}

# The archive itself is checked as well: JDK 17 crashes on one that was cut off.
is_ours() {
  local text
  [[ -f $1/key && -r $1/key ]] || return
  IFS= read -r -d '' text <"$1/key" || true
  [[ $text == "$key"* && $text == "$key$("${identify[@]}" "$1/classes" 2>/dev/null)"$'\n' ]]
}

# Adds to the options that the JVM uses an archive, or whatever it is if not.
add_archive() {
  local used=SharedArchiveFile log=cds
  ((version < 25)) || used=AOTCache log=aot
  options+=("-XX:$used=$1" "-Dassistantmcp.archive=$1")
  is_debug || options+=("-Xlog:$log*=off:stderr")
}

# A process group of its own, since clients kill the server's; and not a child of the server, which
# would not wait for it. It must hold neither stdin nor stdout open: the client waits for their end.
train_in_background() {
  (
    set -m
    is_debug || exec 2>/dev/null
    train </dev/null >/dev/null &
  )
}

# One process trains at a time. What one that was killed left behind is removed when it is too old.
train() {
  local work= server=
  umask 077
  mkdir -p "$cache" || return
  find "$cache" -mindepth 1 -maxdepth 1 ! -name 'archive.*' ! -name 'sqlite-*' -mmin +$training_limit_minutes \
    -exec rm -rf {} +
  mkdir "$cache/lock" || return
  trap '[[ -z $server ]] || kill "$server"; rm -rf "$cache/lock" ${work:+"$work"}' EXIT
  trap 'exit 1' INT TERM HUP
  # Lets the server start first. It also means that a jar that changes while or after it is read
  # cannot have the times it has in the key, not even where times are as coarse as two seconds.
  sleep $settling_seconds
  work=$(mktemp -d "$cache/new.XXXXXX") || return
  make_archive "$work" && keep_archive "$work" || return
  remove_old_archives
}

make_archive() {
  local output=-XX:ArchiveClassesAtExit
  ((version < 25)) || output=-XX:AOTCacheOutput
  : >"$1/answers"
  "talk_over_$transport" "$1" "$output=$1/classes" >>"$1/answers" && is_answered $last_id "$1/answers"
}

talk_over_stdio() {
  converse "$1/answers" | run_alone "$@"
}

# The server takes a port that is free, and says which.
talk_over_http() {
  local message tries=300 pattern='127\.0\.0\.1:([0-9]+)/mcp'
  : >"$1/stderr"
  run_alone "$@" >"$1/stderr" 2>&1 &
  server=$!
  until [[ $(<"$1/stderr") =~ $pattern ]] || ((--tries == 0)); do
    sleep 0.1
  done
  converse "$1/answers" | while IFS= read -r message; do
    post "${BASH_REMATCH[1]-}" "$message" || break
  done
  kill "$server" && wait "$server"
  server=
}

# Prints what the training server is asked, each message after the answer to the one before: the listing, a
# call that is refused, and then a run that an echo answers, or a call that fails since nothing listens
# on port 1. Nothing leaves this machine.
converse() {
  local assistant thread run
  ask 1 initialize '{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"training","version":"0"}}' "$1"
  echo '{"jsonrpc":"2.0","method":"notifications/initialized"}'
  ask 2 tools/list '{}' "$1"
  call 3 create_run '{}' "$1"
  if [[ $backend == embedded ]]; then
    call 4 create_assistant '{"model":"echo"}' "$1"
    find_id assistant asst "$1"
    call 5 create_thread '{}' "$1"
    find_id thread thread "$1"
    call 6 create_message '{"thread_id":"'"$thread"'","role":"user","content":"training"}' "$1"
    call 7 create_run '{"thread_id":"'"$thread"'","assistant_id":"'"$assistant"'"}' "$1"
    find_id run run "$1"
    call 8 get_run '{"thread_id":"'"$thread"'","run_id":"'"$run"'"}' "$1"
    sleep 1
    call $last_id list_messages '{"thread_id":"'"$thread"'"}' "$1"
  else
    call $last_id list_assistants '{"limit":1}' "$1"
  fi
}

call() {
  ask "$1" tools/call '{"name":"'"$2"'","arguments":'"$3"'}' "$4"
}

ask() {
  local tries=300
  echo '{"jsonrpc":"2.0","id":'"$1"',"method":"'"$2"'","params":'"$3"'}'
  until is_answered "$1" "$4" || ((--tries == 0)); do
    sleep 0.1
  done
}

is_answered() {
  grep -q '"id":'"$1"'[,}]' "$2"
}

# Sets a variable to the last id of a kind in the answers.
find_id() {
  local pattern=".*($2_[A-Za-z0-9]+)" text
  text=$(<"$3")
  [[ $text =~ $pattern ]] && printf -v "$1" '%s' "${BASH_REMATCH[1]}"
}

# Not everybody has curl.
post() {
  local answer=
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return
  printf '%s\r\n' 'POST /mcp HTTP/1.1' "Host: 127.0.0.1:$1" 'Connection: close' \
    'Content-Type: application/json' "Content-Length: ${#2}" '' >&3
  printf '%s' "$2" >&3
  IFS= read -r -d '' -t 30 answer <&3 || true
  exec 3>&-
  printf '%s\n' "$answer"
}

# Becomes a server in a folder without .env, and without the settings of whoever started this one,
# least of all the key.
run_alone() {
  cd "$1" && exec env -i "PATH=$PATH" "TRANSPORT=$transport" PORT=0 OPENAI_API_KEY=training \
    "ASSISTANTS_BACKEND=$backend" "OPENAI_BASE_URL=$training_url" OPENAI_MAX_RETRIES=0 \
    MODEL_API=echo "ASSISTANTS_DATABASE=$1/assistants.db" \
    nice "$java" "${options[@]}" "$2" -jar "$jar" "${@:3}"
}

# Keeps what the JVM accepts without complaint; or else nothing, so that not every start tries again.
keep_archive() {
  local strict=-Xshare:on trained_with=$key
  ((version < 25)) || strict=-XX:AOTMode=on
  (add_archive "$1/classes" && run_alone "$1" $strict --version) || : >"$1/classes"
  find_key && [[ $key == "$trained_with" ]] || return
  { printf '%s' "$key" && "${identify[@]}" "$1/classes"; } >"$1/key" || return
  rm -f "$1/answers" "$1/stderr" "$1"/assistants.db*
  mv "$1" "$cache/archive.${1##*.}"
}

remove_old_archives() {
  local folder
  ls -dt "$cache"/archive.* | tail -n +$((archives_kept + 1)) | while IFS= read -r folder; do
    rm -rf "$folder"
  done
}

is_debug() {
  [[ ${LOG_LEVEL:-} == [Dd][Ee][Bb][Uu][Gg] ]]
}

debug() {
  ! is_debug || echo "openai-assistant-mcp: $1" >&2
}
