# Steps of a run: announced, timed, stopped at the first failure; what was left out is said at the end.

ran=()
skipped=()
started=$SECONDS

# step NAME COMMAND…: runs the command; a failure ends the run.
step() {
    local name=$1 before=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if ! "$@"; then
        printf 'FAILED: %s (after %d s): %s\n' "$name" $((SECONDS - before)) "$*"
        exit 1
    fi
    printf '   ok, %d s\n' $((SECONDS - before))
    ran+=("$name, $((SECONDS - before)) s")
}

# skip NAME REASON: goes on without this step.
skip() {
    printf '\ndilewati/skipped: %s: %s\n' "$1" "$2"
    skipped+=("$1: $2")
}

# skip_unless_ci NAME REASON: goes on without this step on a desk; on CI that is a failure.
skip_unless_ci() {
    if [ "${CI:-}" = true ]; then
        printf '\nFAILED: %s: %s (nothing may be skipped when CI=true)\n' "$1" "$2"
        exit 1
    fi
    skip "$1" "$2"
}

summary() {
    printf '\n== summary, %d s in all\n' $((SECONDS - started))
    [ ${#ran[@]} -eq 0 ] || printf '   ran      %s\n' "${ran[@]}"
    [ ${#skipped[@]} -eq 0 ] || printf '   skipped  %s\n' "${skipped[@]}"
}
