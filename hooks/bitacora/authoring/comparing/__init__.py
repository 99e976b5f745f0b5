"""What a change of the data means to the public: two states of them in, words out."""
