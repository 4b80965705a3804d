"""Publishing facts: one machine builds a store and puts it to a place, bots on others fetch it and answer from it.

address     where facts are published, as people write it, and the place behind it
place       reads and writes a folder, an object store, a web server: the only module that knows obstore
manifest    the small file that says which store counts
publishing  puts a checked store to a place, and last the manifest
fetching    brings the store that counts into a folder of this machine, whole or not at all
shelf       that folder
subscribing what a running bot knows of a place, and how it asks for newer facts
"""
