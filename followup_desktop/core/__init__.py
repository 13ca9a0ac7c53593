"""The advice as plain values and pure functions: standard library only, no Qt, no disk, no clock, no resources."""
